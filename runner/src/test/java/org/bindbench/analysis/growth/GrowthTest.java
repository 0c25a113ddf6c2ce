package org.bindbench.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.Growth;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the analysis makes of readings whose truth is known. */
class GrowthTest {
  private static final double NOISE_PERCENT = 8;

  @ParameterizedTest
  @EnumSource(Growth.class)
  void aCaseThatGrowsAsItDeclaresPasses(Growth growth) {
    RunAnalysis run = analyse(Readings.scaling(3, growth, cost(growth), NOISE_PERCENT));
    assertThat(run.checks()).hasSize(2).extracting(RangeCheck::grade).containsOnly(Grade.GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "log n", "n", "n log n"})
  void quadraticGrowthFailsWhateverLessWasDeclared(String declared) {
    RunAnalysis run = analyse(Readings.scaling(3, Growth.of(declared), n -> n * n, NOISE_PERCENT));
    assertThat(run.checks()).hasSize(2).extracting(RangeCheck::grade).containsOnly(Grade.BAD);
    assertThat(run.checks().get(0).expectation())
        .startsWith("time as " + declared + ": exponent ≤");
    assertThat(run.remarks()).anyMatch(remark -> remark.message().contains("exponent"));
  }

  @Test
  void oneForkSufficesForAnIntervalAndAFailure() {
    RunAnalysis run = analyse(Readings.scaling(1, Growth.LINEAR, n -> n * n, NOISE_PERCENT));
    assertThat(run.checks()).extracting(RangeCheck::grade).containsOnly(Grade.BAD);
    Summary exponent = summary(run, Metrics.TIME_EXPONENT.id());
    assertThat(exponent.estimate().orElseThrow().low()).isBetween(1.8, 2.0);
  }

  @Test
  void anIntervalThatReachesOverTheLimitIsADoubt() {
    RunAnalysis run =
        analyse(Readings.scaling(1, Growth.LINEAR, n -> Math.pow(n, 1.15), NOISE_PERCENT));
    assertThat(run.checks()).extracting(RangeCheck::grade).containsOnly(Grade.DOUBTFUL);
  }

  @ParameterizedTest
  @EnumSource(Growth.class)
  void theExponentIsThatOfTheGrowth(Growth growth) {
    RunAnalysis run = analyse(Readings.scaling(3, growth, cost(growth), NOISE_PERCENT));
    for (String metric : List.of(Metrics.TIME_EXPONENT.id(), Metrics.MEMORY_EXPONENT.id()))
      assertThat(summary(run, metric).value()).isCloseTo(growth.exponent(1e3, 1e6), within(0.05));
  }

  @Test
  void memoryThatDidNotGrowHasNoExponentButAReason() {
    List<Sample> samples = new ArrayList<>();
    for (int size = 10; size <= 640; size *= 2) {
      samples.add(Readings.sample(Metrics.SIZE_NANOS.id(), 0, size, 50.0 * size));
      samples.add(Readings.sample(Metrics.SIZE_BYTES.id(), 0, size, size > 100 ? size : -size));
    }
    RunAnalysis run = analyse(List.of(Readings.trial(Growth.LINEAR, "scaling", 1, samples)));
    assertThat(row(run).missing(Metrics.MEMORY_EXPONENT.id())).contains("positive readings");
    assertThat(run.checks())
        .extracting(RangeCheck::grade)
        .containsExactly(Grade.GOOD, Grade.UNAVAILABLE);
  }

  @Test
  void aHeapThatGrowsEveryCycleHasASlopeWhollyAboveZero() {
    Estimate growth = growth(Readings.lifecycle(3, 20, i -> 5e7 + 300 * i + jitter(i)));
    assertThat(growth.value()).isCloseTo(300, within(40.0));
    assertThat(growth.low()).isPositive();
  }

  @Test
  void whatAnEngineSetsUpInTheFirstCyclesIsNoGrowth() {
    Estimate growth = growth(Readings.lifecycle(3, 20, i -> 5e7 - 4e6 / (i + 1 < 5 ? i + 1 : 1e9)));
    assertThat(growth.value()).isZero();
  }

  @Test
  void aHeapThatOnlyMovesAboutHasAnIntervalAroundZero() {
    Estimate growth = growth(Readings.lifecycle(3, 20, GrowthTest::jitter));
    assertThat(growth.low()).isLessThanOrEqualTo(0);
    assertThat(growth.high()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void aShrinkingHeapHasANegativeSlope() {
    assertThat(growth(Readings.lifecycle(1, 12, i -> 5e7 - 100 * i)).value()).isEqualTo(-100);
  }

  @Test
  void reviewingTwiceChangesNothing() {
    TrialRecord once = Fit.review(Readings.scaling(1, Growth.LINEAR, n -> n, 1).get(0));
    assertThat(((Completed) once.outcome()).measures()).hasSize(2);
    assertThat(Fit.review(once)).isEqualTo(once);
  }

  private static DoubleUnaryOperator cost(Growth growth) {
    return switch (growth) {
      case CONSTANT -> n -> 1;
      case LOGARITHMIC -> Math::log;
      case LINEAR -> n -> n;
      case LINEARITHMIC -> n -> n * Math.log(n);
      case QUADRATIC -> n -> n * n;
    };
  }

  /** A sawtooth without a trend. */
  private static double jitter(double i) {
    return 100 * Math.sin(7 * i);
  }

  private static Estimate growth(List<TrialRecord> trials) {
    return summary(analyse(trials), Metrics.GROWTH_PER_CYCLE.id()).estimate().orElseThrow();
  }

  private static RunAnalysis analyse(List<TrialRecord> trials) {
    return RunAnalyser.analyse(Trials.run(trials), Settings.defaults().thresholds());
  }

  private static Summary summary(RunAnalysis run, String metric) {
    return row(run).summary(metric).orElseThrow();
  }

  private static CaseResult row(RunAnalysis run) {
    assertThat(run.results()).hasSize(1);
    return run.results().get(0);
  }
}
