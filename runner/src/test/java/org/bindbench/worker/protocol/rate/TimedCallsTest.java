package org.bindbench.worker.protocol.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.bindbench.model.metric.Phase;
import org.bindbench.worker.protocol.ScriptedCase;
import org.junit.jupiter.api.Test;

class TimedCallsTest {
  private static final Duration SEGMENT = Duration.ofMillis(20);
  private static final long NANOS = 100;

  private long now;
  private int calls;

  /** Every seventh call takes ten times as long, the last of the warm-up among them. */
  @Test
  void oneInterruptedCallDoesNotDecideTheLengthOfThoseThatAreMeasured() {
    TimedCalls timed =
        new TimedCalls(
            new ScriptedCase(
                n -> {
                  now += n * NANOS * (++calls % 7 == 0 ? 10 : 1);
                  return 1.0;
                },
                Map.of(),
                () -> {}),
            SEGMENT,
            () -> now);
    while (calls == 0 || calls % 7 != 0 || calls < 50)
      timed.slice(Phase.WARM_UP, Duration.ofNanos(1));
    assertThat(timed.operations()).isLessThan(SEGMENT.toNanos() / NANOS / 2);

    timed.settle();
    assertThat(timed.operations()).isEqualTo(SEGMENT.toNanos() / NANOS);
  }

  @Test
  void whereNothingWasCalledTheLengthStaysAsItIs() {
    TimedCalls timed =
        new TimedCalls(new ScriptedCase(n -> 1.0, Map.of(), () -> {}), SEGMENT, () -> now);
    timed.settle();
    assertThat(timed.operations()).isEqualTo(1);
  }

  @Test
  void callsGrowByAFactorOfFourAtMost() {
    Duration wanted = Duration.ofMillis(20);
    assertThat(TimedCalls.adapted(100, 1000, wanted)).isEqualTo(400);
    assertThat(TimedCalls.adapted(100, Duration.ofSeconds(9).toNanos(), wanted)).isEqualTo(25);
    assertThat(TimedCalls.adapted(100, Duration.ofMillis(10).toNanos(), wanted)).isEqualTo(200);
    assertThat(TimedCalls.adapted(1, Duration.ofSeconds(9).toNanos(), wanted)).isEqualTo(1);
  }
}
