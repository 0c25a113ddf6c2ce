package org.bindbench.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.bindbench.model.metric.StressMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
  @ParameterizedTest
  @CsvSource({
    "3, true, 1",
    "9, true, 3",
    "1, true, 1",
    "5, false, 3",
    "10, false, 6",
    "1, false, 1",
    "2, false, 2"
  })
  void trialsUnderLoadRunInSomeOfTheForks(int forks, boolean rotated, int taken) {
    assertThat(taken(Timing.UNDER_LOAD, forks, rotated)).isEqualTo(taken);
    assertThat(taken(Timing.SELDOM, forks, rotated)).isEqualTo(taken);
    assertThat(taken(Timing.APART, forks, rotated)).isEqualTo(taken);
    assertThat(taken(Timing.ROTATED, forks, rotated)).isEqualTo(forks);
    assertThat(taken(Timing.UNTIMED, forks, rotated)).isEqualTo(forks);
  }

  @ParameterizedTest
  @CsvSource({"true, 7", "false, 4"})
  void forksForThreeAreTheFewestOfWhichThreeAreTaken(boolean rotated, int forks) {
    assertThat(Timing.UNDER_LOAD.forksFor(3, effort(3, rotated))).isEqualTo(forks);
    assertThat(taken(Timing.UNDER_LOAD, forks, rotated)).isEqualTo(3);
    assertThat(taken(Timing.UNDER_LOAD, forks - 1, rotated)).isEqualTo(2);
    assertThat(Timing.ROTATED.forksFor(3, effort(3, rotated))).isEqualTo(3);
  }

  @Test
  void whatIsUnderLoadIsTimedButWithoutTheJit() {
    assertThat(Timing.of(StressMetrics.PRESSURE)).isEqualTo(Timing.UNDER_LOAD);
    assertThat(Timing.UNDER_LOAD.isTimed()).isTrue();
    assertThat(Timing.UNDER_LOAD.isOnEngineItself()).isFalse();
    assertThat(Timing.SELDOM.isTimed()).isFalse();
    assertThat(Timing.of(StressMetrics.FRAGMENTATION)).isEqualTo(Timing.APART);
    assertThat(Timing.APART.isTimed()).isFalse();
    assertThat(Timing.APART.isOnEngineItself()).isFalse();
    assertThat(Timing.of("rate").isOnEngineItself()).isTrue();
    assertThat(Timing.of("retained").isOnEngineItself()).isFalse();
  }

  private static long taken(Timing timing, int forks, boolean rotated) {
    Effort effort = effort(forks, rotated);
    return IntStream.rangeClosed(1, forks).filter(fork -> timing.isInFork(fork, effort)).count();
  }

  private static Effort effort(int forks, boolean rotated) {
    Duration second = Duration.ofSeconds(1);
    return new Effort(forks, rotated, second, second, second, second, 8, 1, 1, second);
  }
}
