package org.bindbench.analysis.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindbench.analysis.Steadiness.FLAT;
import static org.bindbench.analysis.Steadiness.INCONSISTENT;
import static org.bindbench.analysis.Steadiness.NOT_ASSESSED;
import static org.bindbench.analysis.Steadiness.NO_STEADY_STATE;
import static org.bindbench.analysis.Steadiness.SLOWDOWN;
import static org.bindbench.analysis.Steadiness.WARM_UP;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bindbench.analysis.Steadiness;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series of 300 readings, of which the last 200 are measured, unless a test says otherwise. */
class SteadyStateTest {
  private static final int MEASURED_FROM = 100;

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void aSingleLevelIsFlat(double noise) {
    assertAlmostAll(FLAT, noise, series -> series.level(300, 50));
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void aSlowBeginningIsAWarmUp(double noise) {
    assertAlmostAll(WARM_UP, noise, s -> s.level(30, 200).level(40, 100).level(230, 50));
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void aFastBeginningIsASlowdown(double noise) {
    assertAlmostAll(SLOWDOWN, noise, s -> s.level(30, 100).level(50, 50).level(220, 80));
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void aStepAmongTheMeasuredReadingsIsNoSteadyState(double noise) {
    assertAlmostAll(NO_STEADY_STATE, noise, s -> s.level(180, 80).level(120, 50));
    assertAlmostAll(NO_STEADY_STATE, noise, s -> s.level(180, 50).level(120, 80));
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void aDriftIsNoSteadyState(double noise) {
    assertAlmostAll(NO_STEADY_STATE, noise, s -> s.slope(300, 50, 100));
    assertAlmostAll(NO_STEADY_STATE, noise, s -> s.slope(300, 100, 50));
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void twoLevelsInTurnAreNoSteadyState(double noise) {
    assertAlmostAll(
        NO_STEADY_STATE,
        noise,
        series -> {
          for (int turn = 0; turn < 6; turn++) series.level(50, turn % 2 == 0 ? 50 : 80);
          return series;
        });
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void aChangeInTheLastHalfSecondIsNoSteadyState(double noise) {
    assertAlmostAll(NO_STEADY_STATE, noise, s -> s.level(285, 50).level(15, 100));
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void singlePausesDoNotCount(double noise) {
    assertAlmostAll(
        FLAT,
        noise,
        series -> {
          for (int turn = 0; turn < 10; turn++) series.level(29, 50).level(1, 300);
          return series;
        });
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0, 0.02, 0.05, 0.1})
  void burstsOfNineReadingsAreNoLevelAndTwelveAre(double noise) {
    assertAlmostAll(FLAT, noise, s -> s.level(200, 50).level(9, 200).level(91, 50));
    assertAlmostAll(NO_STEADY_STATE, noise, s -> s.level(200, 50).level(12, 200).level(88, 50));
  }

  /**
   * The price of the penalty 15·ln n: at a noise of 10 % nine changes cost more than this swing
   * explains, and 37 of these 40 series pass as flat.
   */
  @Test
  void aSwingOf60PercentEvery30ReadingsIsFoundUpToANoiseOf5Percent() {
    assertAlmostAll(
        NO_STEADY_STATE,
        0.05,
        series -> {
          for (int turn = 0; turn < 10; turn++) series.level(30, turn % 2 == 0 ? 50 : 80);
          return series;
        });
  }

  @Test
  void aChangeAtTheFirstMeasuredReadingIsStillWarmUpAndOneLaterIsNot() {
    double[] series = Series.of(1).noise(0.001).level(100, 80).level(200, 50).toArray();

    assertThat(SteadyState.classify(series, 100)).isEqualTo(WARM_UP);
    assertThat(SteadyState.classify(series, 99)).isEqualTo(NO_STEADY_STATE);
  }

  @Test
  void levelsWithinOnePercentAreTheSame() {
    double[] near = Series.of(1).noise(0.001).level(200, 50).level(100, 50.4).toArray();
    double[] far = Series.of(1).noise(0.001).level(200, 50).level(100, 51).toArray();

    assertThat(Pelt.changes(near, 10)).hasSize(1);
    assertThat(SteadyState.classify(near, MEASURED_FROM)).isEqualTo(FLAT);
    assertThat(SteadyState.classify(far, MEASURED_FROM)).isEqualTo(NO_STEADY_STATE);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void stepsThatAreEachWithinTheNoiseDoNotChainToOneLevel(long seed) {
    double[] stairs =
        Series.of(seed)
            .noise(0.05)
            .level(100, 50)
            .level(50, 50)
            .level(50, 52)
            .level(50, 54)
            .level(50, 56)
            .level(50, 58)
            .level(50, 60)
            .toArray();

    assertThat(SteadyState.classify(stairs, MEASURED_FROM)).isEqualTo(NO_STEADY_STATE);
  }

  @Test
  void fewerThanAHundredReadingsAreNotAssessed() {
    double[] series = Series.of(1).noise(0.02).level(100, 50).toArray();

    assertThat(SteadyState.classify(series, 50)).isEqualTo(FLAT);
    assertThat(SteadyState.classify(java.util.Arrays.copyOf(series, 99), 50))
        .isEqualTo(NOT_ASSESSED);
  }

  @Test
  void tooFewMeasuredReadingsToContainAChangeAreNotAssessed() {
    double[] series = Series.of(1).noise(0.02).level(300, 50).toArray();

    assertThat(SteadyState.classify(series, 280)).isEqualTo(FLAT);
    assertThat(SteadyState.classify(series, 281)).isEqualTo(NOT_ASSESSED);
    assertThat(SteadyState.classify(series, 300)).isEqualTo(NOT_ASSESSED);
  }

  @Test
  void readingsAreTimesPerOperationWhateverTheNumberOfOperations() {
    double[] times = Series.of(3).noise(0.02).level(120, 50).toArray();
    List<Sample> samples =
        IntStream.range(0, 120)
            .mapToObj(
                i -> {
                  long operations = i % 2 == 0 ? 1000 : 64_000;
                  return sample("elapsed_nanos", i, operations, operations * times[i]);
                })
            .toList();

    assertThat(SteadyState.classify(samples)).isEqualTo(FLAT);
  }

  @Test
  void readingsOfOtherMetricsArePassedOver() {
    List<Sample> others =
        IntStream.range(0, 200).mapToObj(i -> sample("allocated_bytes", i, 1, 1)).toList();

    assertThat(SteadyState.classify(others)).isEqualTo(NOT_ASSESSED);
  }

  @Test
  void aCallWithoutOperationsIsABug() {
    assertThatThrownBy(() -> SteadyState.classify(List.of(sample("elapsed_nanos", 0, 0, 5))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> SteadyState.classify(List.of(sample("elapsed_nanos", 0, 5, Double.NaN))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forksThatAreAllSteadyAgree() {
    assertThat(SteadyState.combine(List.of(FLAT, FLAT))).isEqualTo(FLAT);
    assertThat(SteadyState.combine(List.of(FLAT, WARM_UP))).isEqualTo(WARM_UP);
  }

  @Test
  void forksThatAreAllUnsteadyAgreeOnTheWorse() {
    assertThat(SteadyState.combine(List.of(SLOWDOWN, SLOWDOWN))).isEqualTo(SLOWDOWN);
    assertThat(SteadyState.combine(List.of(SLOWDOWN, NO_STEADY_STATE))).isEqualTo(NO_STEADY_STATE);
  }

  @Test
  void steadyAndUnsteadyForksAreInconsistent() {
    assertThat(SteadyState.combine(List.of(FLAT, NO_STEADY_STATE))).isEqualTo(INCONSISTENT);
    assertThat(SteadyState.combine(List.of(WARM_UP, SLOWDOWN, NOT_ASSESSED)))
        .isEqualTo(INCONSISTENT);
  }

  @Test
  void aForkThatWasNotAssessedKeepsTheOthersFromBeingCalledSteady() {
    assertThat(SteadyState.combine(List.of(FLAT, NOT_ASSESSED))).isEqualTo(NOT_ASSESSED);
    assertThat(SteadyState.combine(List.of())).isEqualTo(NOT_ASSESSED);
    assertThat(SteadyState.combine(List.of(NO_STEADY_STATE, NOT_ASSESSED)))
        .isEqualTo(NO_STEADY_STATE);
  }

  /** At least 39 of 40 seeds. */
  private static void assertAlmostAll(
      Steadiness expected, double noise, Function<Series, Series> plant) {
    List<Long> others =
        LongStream.range(0, 40)
            .filter(
                seed ->
                    SteadyState.classify(
                            plant.apply(Series.of(seed).noise(noise)).toArray(), MEASURED_FROM)
                        != expected)
            .boxed()
            .toList();
    assertThat(others).as("seeds classified otherwise than %s", expected).hasSizeLessThan(2);
  }

  private static Sample sample(String metric, int iteration, long operations, double value) {
    return new Sample(
        metric, iteration < 60 ? Phase.WARM_UP : Phase.MEASURED, iteration, operations, value);
  }
}
