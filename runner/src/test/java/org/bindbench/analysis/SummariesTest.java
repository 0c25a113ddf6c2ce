package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummariesTest {
  private static final Metric METRIC =
      Metric.measured("rate", "objects/s", Direction.HIGHER_IS_BETTER);

  /**
   * Student's sleep data: the paired differences of the two drugs. R 4 prints for {@code
   * t.test(extra[group == 1], extra[group == 2], paired = TRUE)} a mean of −1.58 with the interval
   * −2.4598858 to −0.7001142 (example of {@code help(sleep)}; Student, Biometrika 1908).
   */
  @Test
  void valuesWithZerosGetTheTIntervalOfStudentsSleepData() {
    List<Double> differences = List.of(-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4);

    Estimate estimate = estimate(differences);

    assertThat(estimate.value()).isCloseTo(-1.58, within(1e-12));
    assertThat(estimate.low()).isCloseTo(-2.4598858, within(5e-8));
    assertThat(estimate.high()).isCloseTo(-0.7001142, within(5e-8));
    assertThat(estimate.level()).isEqualTo(0.95);
  }

  @Test
  void positiveValuesGetThatIntervalOnTheirLogarithms() {
    List<Double> differences = List.of(-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4);

    Estimate estimate = estimate(map(differences, Math::exp));

    assertThat(Math.log(estimate.value())).isCloseTo(-1.58, within(1e-12));
    assertThat(Math.log(estimate.low())).isCloseTo(-2.4598858, within(5e-8));
    assertThat(Math.log(estimate.high())).isCloseTo(-0.7001142, within(5e-8));
  }

  /**
   * NIST/SEMATECH e-Handbook 1.3.5.2, ZARR13.DAT: N = 195, mean 9.261460, deviation 0.022789, 95 %
   * interval 9.258242 to 9.264679. Any 195 values with these moments have that interval.
   */
  @Test
  void theIntervalOf195ValuesIsThatOfTheNistHandbook() {
    double step = 0.022789;
    List<Double> logs =
        IntStream.range(0, 195)
            .mapToObj(i -> 9.261460 + (i == 0 ? 0 : i % 2 == 0 ? step : -step))
            .toList();

    Estimate estimate = estimate(map(logs, Math::exp));

    assertThat(Math.log(estimate.low())).isCloseTo(9.258242, within(1e-6));
    assertThat(Math.log(estimate.high())).isCloseTo(9.264679, within(1e-6));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anotherUnitScalesTheEstimateAndItsInterval(long seed) {
    List<Double> values = lognormal(seed, 6);

    Estimate once = estimate(values);
    Estimate thousandfold = estimate(map(values, value -> 1000 * value));

    assertThat(thousandfold.value()).isCloseTo(1000 * once.value(), within(1e-6));
    assertThat(thousandfold.low()).isCloseTo(1000 * once.low(), within(1e-6));
    assertThat(thousandfold.high()).isCloseTo(1000 * once.high(), within(1e-6));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aShiftOfArithmeticValuesShiftsTheInterval(long seed) {
    List<Double> values = map(lognormal(seed, 6), value -> -value);

    Estimate here = estimate(values);
    Estimate there = estimate(map(values, value -> value - 7));

    assertThat(there.low()).isCloseTo(here.low() - 7, within(1e-9));
    assertThat(there.high()).isCloseTo(here.high() - 7, within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void ratesAndTimesHaveReciprocalEstimates(long seed) {
    List<Double> rates = lognormal(seed, 5);

    Estimate rate = estimate(rates);
    Estimate time = estimate(map(rates, value -> 1 / value));

    assertThat(time.value()).isCloseTo(1 / rate.value(), within(1e-9));
    assertThat(time.low()).isCloseTo(1 / rate.high(), within(1e-9));
  }

  @Test
  void theIntervalOfThreeForksCoversTheTruth95TimesIn100() {
    Random random = new Random(20260101);
    int covered = 0;
    for (int run = 0; run < 4000; run++) {
      List<Double> forks =
          IntStream.range(0, 3).mapToObj(i -> Math.exp(0.1 * random.nextGaussian())).toList();
      Estimate estimate = estimate(forks);
      if (estimate.low() <= 1 && 1 <= estimate.high()) covered++;
    }
    assertThat(covered / 4000.0).as("seed 20260101").isBetween(0.94, 0.96);
  }

  @Test
  void belowThreeForksThereIsNoEstimateAndTheMedianIsTheHeadline() {
    Summary one = Summaries.summarise(METRIC, List.of(4.0));
    Summary two = Summaries.summarise(METRIC, List.of(4.0, 8.0));

    assertThat(one.estimate()).isEmpty();
    assertThat(two.estimate()).isEmpty();
    assertThat(one.value()).isEqualTo(4);
    assertThat(two.value()).isEqualTo(6);
    assertThat(one.deviation()).isNaN();
    assertThat(one.cv()).isNaN();
    assertThat(one.mad()).isNaN();
    assertThat(two.deviation()).isCloseTo(Math.sqrt(8), within(1e-12));
  }

  @Test
  void twoEqualForksHaveNoIntervalEither() {
    assertThat(Summaries.summarise(METRIC, List.of(72.0, 72.0)).estimate()).isEmpty();
  }

  @Test
  void valuesThatRepeatExactlyHaveAnIntervalWithoutWidth() {
    Summary summary = Summaries.summarise(METRIC, List.of(160.01, 160.01, 160.01));

    assertThat(summary.estimate()).contains(new Estimate(160.01, 160.01, 160.01, 0.95));
    assertThat(summary.deviation()).isZero();
    assertThat(summary.cv()).isZero();
  }

  @Test
  void valuesThatNearlyRepeatHaveAnIntervalWithWidth() {
    Estimate estimate = estimate(List.of(72.0, 72.0, 72.0001));

    assertThat(estimate.low()).isLessThan(72.0);
    assertThat(estimate.high()).isGreaterThan(72.0001);
  }

  @Test
  void deviationMedianAndMadAreThoseOfAWorkedExample() {
    Summary summary = Summaries.summarise(METRIC, List.of(9.0, 1.0, 2.0, 2.0, 4.0, 6.0, 1.0));

    assertThat(summary.forkValues()).startsWith(9.0, 1.0);
    assertThat(summary.median()).isEqualTo(2);
    assertThat(summary.mad()).isEqualTo(1);
    assertThat(summary.min()).isEqualTo(1);
    assertThat(summary.max()).isEqualTo(9);
    assertThat(summary.mean()).isCloseTo(25 / 7.0, within(1e-12));
    assertThat(summary.deviation()).isCloseTo(Math.sqrt((143 - 625 / 7.0) / 6), within(1e-12));
    assertThat(summary.cv()).isCloseTo(summary.deviation() / summary.mean(), within(1e-12));
  }

  @Test
  void quantilesAreType7() {
    double[] values = {40, 10, 30, 20};

    assertThat(Summaries.quantile(values, 0.1)).isCloseTo(13, within(1e-12));
    assertThat(Summaries.quantile(values, 0.25)).isCloseTo(17.5, within(1e-12));
    assertThat(values).containsExactly(40, 10, 30, 20);
  }

  @Test
  void theCoefficientOfVariationOfAMeanOfZeroIsUndefined() {
    assertThat(Summaries.summarise(METRIC, List.of(-1.0, 0.0, 1.0)).cv()).isNaN();
  }

  @Test
  void whatIsNoNumberIsRefusedByName() {
    assertThatThrownBy(() -> Summaries.summarise(METRIC, List.of(1.0, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rate")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Summaries.summarise(METRIC, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Summaries.summarise(METRIC, Collections.nCopies(3, Double.POSITIVE_INFINITY)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Estimate estimate(List<Double> values) {
    return Summaries.summarise(METRIC, values).estimate().orElseThrow();
  }

  private static List<Double> map(List<Double> values, DoubleUnaryOperator change) {
    return values.stream().map(value -> change.applyAsDouble(value)).toList();
  }

  private static List<Double> lognormal(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> 5 * Math.exp(0.2 * random.nextGaussian()))
        .toList();
  }
}
