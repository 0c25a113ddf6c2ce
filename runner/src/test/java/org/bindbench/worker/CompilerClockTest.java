package org.bindbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompilerClockTest {
  private final Map<Long, Long> threads = new HashMap<>();
  private long host;
  private final CompilerClock clock = new CompilerClock(() -> host, () -> Map.copyOf(threads));

  @Test
  void theTimeOfBothKindsOfCompilerIsAdded() {
    host = 100;
    threads.put(7L, 20L);
    threads.put(8L, 3L);
    assertThat(clock.nanos()).isEqualTo(123);
  }

  @Test
  void aThreadThatHasEndedKeepsItsPart() {
    threads.put(7L, 20L);
    assertThat(clock.nanos()).isEqualTo(20);
    threads.remove(7L);
    threads.put(9L, 5L);
    assertThat(clock.nanos()).isEqualTo(25);
  }

  @Test
  void theSumNeverFalls() {
    threads.put(7L, 20L);
    clock.nanos();
    threads.put(7L, 19L);
    assertThat(clock.nanos()).isEqualTo(20);
  }

  @Test
  void theCompilersOfThisJvmHaveWorked() {
    assertThat(CompilerClock.ofThisJvm().nanos()).isPositive();
  }
}
