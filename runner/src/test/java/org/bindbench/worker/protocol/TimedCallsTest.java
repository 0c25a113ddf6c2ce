package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedCallsTest {
  @Test
  void callsGrowByAFactorOfFourAtMost() {
    Duration wanted = Duration.ofMillis(20);
    assertThat(TimedCalls.adapted(100, 1000, wanted)).isEqualTo(400);
    assertThat(TimedCalls.adapted(100, Duration.ofSeconds(9).toNanos(), wanted)).isEqualTo(25);
    assertThat(TimedCalls.adapted(100, Duration.ofMillis(10).toNanos(), wanted)).isEqualTo(200);
    assertThat(TimedCalls.adapted(1, Duration.ofSeconds(9).toNanos(), wanted)).isEqualTo(1);
  }
}
