package org.bindbench.worker.protocol.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.bindbench.model.WarmUp;
import org.bindbench.worker.protocol.Medians;
import org.bindbench.worker.protocol.rate.WarmUpRule.End;
import org.junit.jupiter.api.Test;

class WarmUpRuleTest {
  private static final WarmUp JIT = new WarmUp(Duration.ofSeconds(10), Duration.ofSeconds(40));
  private static final Duration SLICE = Duration.ofSeconds(1);

  /** What a rule said and when, in seconds of guest time. */
  private record Ended(End end, double seconds) {}

  @Test
  void aCaseThatIsSteadyFromTheFirstCallOnEndsAtTheShortestTime() {
    assertThat(run(JIT, second -> 5, 0)).isEqualTo(new Ended(End.SETTLED, 10));
  }

  @Test
  void ratesThatMoveInStepsAreNotCalledSettledBetweenThem() {
    // million operations a second, second by second, as one object's creation went on GraalPy
    double[] steps = {0.1, 0.4, 1.3, 2.2, 0.3, 6.7, 1.3, 2.2, 0.3, 6.7, 5.9, 8.2, 3.1, 11};
    Ended ended = run(JIT, second -> steps[Math.min((int) second, steps.length - 1)], 0);
    assertThat(ended.end()).isEqualTo(End.SETTLED);
    assertThat(ended.seconds()).isBetween(13 + 2 * 2.5, 13 + 4 * 2.5);
  }

  @Test
  void stepsLongerThanAWindowAreNotCalledSettledEither() {
    double[] steps = {1.3, 2.2, 0.3, 6.7};
    Ended ended = run(JIT, second -> steps[(int) (second / 5) % steps.length], 0);
    assertThat(ended).isEqualTo(new Ended(End.CAP, 40));
  }

  @Test
  void compilersThatWorkKeepAnEvenRateFromBeingCalledSettled() {
    assertThat(run(JIT, second -> 5, 0.021)).isEqualTo(new Ended(End.CAP, 40));
    assertThat(run(JIT, second -> 5, 0.019).end()).isEqualTo(End.SETTLED);
  }

  @Test
  void compilersThatWorkOnceStartTheCountAnew() {
    WarmUpRule rule = new WarmUpRule(JIT);
    long window = rule.window(SLICE).toNanos();
    for (int i = 0; i < 3; i++) assertThat(rule.after(5, window, 0)).isEqualTo(End.NOT_YET);
    assertThat(rule.after(5, window, window / 10)).isEqualTo(End.NOT_YET);
    assertThat(rule.after(5, window, 0)).isEqualTo(End.NOT_YET);
    assertThat(rule.after(5, window, 0)).isEqualTo(End.SETTLED);
  }

  @Test
  void aDriftOfMoreThanOnePerCentAWindowReachesTheCap() {
    assertThat(run(JIT, second -> Math.pow(1.011, second / 2.5), 0).end()).isEqualTo(End.CAP);
    assertThat(run(JIT, second -> Math.pow(1.009, second / 2.5), 0).end()).isEqualTo(End.SETTLED);
  }

  @Test
  void aFixedTimeIsKeptWhateverTheRateDoes() {
    WarmUp fixed = WarmUp.fixed(Duration.ofSeconds(3));
    assertThat(run(fixed, second -> 5, 0)).isEqualTo(new Ended(End.ON_SCHEDULE, 3));
    assertThat(run(fixed, second -> second, 1)).isEqualTo(new Ended(End.ON_SCHEDULE, 3));
  }

  @Test
  void aTurnOfAFixedWarmUpIsNoLongerThanTheWarmUp() {
    WarmUpRule rule = new WarmUpRule(WarmUp.fixed(Duration.ofMillis(300)));
    assertThat(rule.window(SLICE)).isEqualTo(Duration.ofMillis(300));
    assertThat(rule.window(Duration.ofMillis(250))).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void aWarmUpWithoutShortestTimeHasWindowsOfATurn() {
    WarmUp anyTime = new WarmUp(Duration.ZERO, Duration.ofSeconds(9));
    assertThat(new WarmUpRule(anyTime).window(SLICE)).isEqualTo(SLICE);
    assertThat(run(anyTime, second -> 5, 0)).isEqualTo(new Ended(End.SETTLED, 3));
  }

  /** Calls of 20 ms whose rate is a function of the time. */
  private static Ended run(WarmUp warmUp, DoubleUnaryOperator rate, double compilers) {
    WarmUpRule rule = new WarmUpRule(warmUp);
    long call = Duration.ofMillis(20).toNanos();
    long now = 0;
    while (true) {
      long begun = now;
      List<Double> nanos = new ArrayList<>();
      while (now - begun < rule.window(SLICE).toNanos()) {
        nanos.add(1000 / rate.applyAsDouble(now / 1e9));
        now += call;
      }
      double median = Medians.of(nanos.stream().mapToDouble(Double::doubleValue).toArray());
      End end = rule.after(median, now - begun, (long) (compilers * (now - begun)));
      if (end != End.NOT_YET) return new Ended(end, rule.nanos() / 1e9);
    }
  }
}
