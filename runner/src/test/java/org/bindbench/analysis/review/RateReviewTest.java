package org.bindbench.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.bindbench.analysis.Trials;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateReviewTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Plan PLAN =
      new Plan(
          "quick",
          List.of(),
          List.of(),
          Map.of("luaj", new Effort(1, false, SECOND, SECOND, SECOND, SECOND, 8, 1, 1, SECOND)),
          1,
          1,
          SECOND,
          List.of());

  private final Random random = new Random(42);

  @ParameterizedTest
  @ValueSource(doubles = {1.0, 2.9})
  void workThatTakesNotTwiceAsLongWhenDoubledIsEliminated(double scaling) {
    TrialOutcome outcome = reviewed(scaling, () -> 100 * Math.exp(0.05 * random.nextGaussian()));
    assertThat(outcome).isInstanceOf(TrialOutcome.Eliminated.class);
    assertThat(outcome.reason()).contains("twice the operations took");
  }

  @Test
  void workThatTakesTwiceAsLongHasARate() {
    assertThat(rate(reviewed(2.02, () -> 100))).isEqualTo(1e7);
  }

  /**
   * A coroutine of LuaJ is a thread, and takes five times as long where its partner is far away.
   */
  @Test
  void callsThatTakeNowLongNowShortSayNothingOfTwiceTheWork() {
    assertThat(rate(reviewed(5.5, () -> random.nextBoolean() ? 5_000 : 25_000))).isPositive();
  }

  private static double rate(TrialOutcome outcome) {
    return ((Completed) outcome)
        .measures().stream()
            .filter(each -> each.metric().id().equals(Metrics.RATE))
            .mapToDouble(Measure::value)
            .findFirst()
            .orElseThrow();
  }

  private static TrialOutcome reviewed(double scaling, DoubleSupplier nanosPerOperation) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 240; i++)
      samples.add(
          new Sample(
              Metrics.ELAPSED_NANOS.id(),
              i < 120 ? Phase.WARM_UP : Phase.MEASURED,
              i,
              1000,
              1000 * nanosPerOperation.getAsDouble()));
    CaseDeclaration declaration = Trials.declaration("luaj", "switches", "rate", "switches");
    TrialRecord trial =
        Trials.trial(
            declaration,
            "luaj",
            BindingStyle.OWN,
            1,
            new Completed(List.of(new Measure(Metrics.SCALING, scaling)), List.of(), samples));
    return RateReview.review(trial, PLAN).outcome();
  }
}
