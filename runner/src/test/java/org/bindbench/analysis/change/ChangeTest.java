package org.bindbench.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bindbench.analysis.change.Planted.RATE;

import java.util.Arrays;
import java.util.List;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.WelchRatio;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {
  private static final Metric TIME = Metrics.LARGEST_TIME;

  /**
   * Student's sleep data, unpaired, as times whose logarithms they are. R 4 prints for {@code
   * t.test(extra ~ group, data = sleep)}: t = −1.8608, df = 17.776, p = 0.07939, interval
   * −3.3654832 to 0.2054832.
   */
  private static final Sides SLEEP =
      new Sides(
          exp(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4),
          exp(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0));

  @Test
  void theTestIsWelchsOfStudentsSleepData() {
    Change change = Change.of(TIME, SLEEP).orElseThrow();

    assertThat(change.pValue()).isCloseTo(0.07939, within(5e-6));
    assertThat(change.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
    assertThat(Math.log(change.ratio().value())).isCloseTo(-1.58, within(1e-12));
    assertThat(Math.log(change.ratio().low())).isCloseTo(-3.3654832, within(5e-7));
    assertThat(Math.log(change.ratio().high())).isCloseTo(0.2054832, within(5e-7));
  }

  /**
   * t = −1.8608 and ten a side make d = t·√(2/10) = −0.8322; c(18) = 0.9577 (Hedges &amp; Olkin).
   */
  @Test
  void hedgesGBelongsToTheSameLogarithms() {
    assertThat(Change.of(TIME, SLEEP).orElseThrow().hedgesG())
        .isCloseTo(-1.8608 * Math.sqrt(0.2) * 0.9577, within(1e-4));
  }

  @Test
  void whereLowerIsBetterTheWorseningIsTheGrowth() {
    Change change = Change.of(TIME, Planted.sides(100, 125, 0.01)).orElseThrow();

    assertThat(change.worsening().value()).isCloseTo(0.25, within(1e-12));
    assertThat(change.worsening().low()).isEqualTo(change.ratio().low() - 1);
    assertThat(change.worsening().high()).isEqualTo(change.ratio().high() - 1);
    assertThat(change.hedgesG()).isPositive();
    assertThat(change.isWorse()).isTrue();
  }

  @Test
  void ratesAreInvertedToASlowdown() {
    Change change = Change.of(RATE, Planted.sides(100, 80, 0.01)).orElseThrow();

    assertThat(change.ratio().value()).isCloseTo(0.8, within(1e-12));
    assertThat(change.worsening().value()).isCloseTo(0.25, within(1e-12));
    assertThat(change.worsening().low()).isCloseTo(1 / change.ratio().high() - 1, within(1e-12));
    assertThat(change.worsening().high()).isCloseTo(1 / change.ratio().low() - 1, within(1e-12));
    assertThat(change.hedgesG()).isPositive();
  }

  @Test
  void aRateAndItsTimeWorsenAlike() {
    List<Double> rates = List.of(101.0, 96.0, 99.0, 104.0);
    List<Double> slower = List.of(88.0, 92.0, 85.0);
    Sides times = new Sides(inverse(rates), inverse(slower));

    Change rate = Change.of(RATE, new Sides(rates, slower)).orElseThrow();
    Change time = Change.of(TIME, times).orElseThrow();

    assertThat(time.worsening().value()).isCloseTo(rate.worsening().value(), within(1e-12));
    assertThat(time.worsening().low()).isCloseTo(rate.worsening().low(), within(1e-12));
    assertThat(time.pValue()).isCloseTo(rate.pValue(), within(1e-12));
    assertThat(time.hedgesG()).isCloseTo(rate.hedgesG(), within(1e-9));
  }

  @Test
  void scaleAndTheOrderOfForksChangeNothing() {
    Sides plain = Planted.sides(100, 90, 0.03);
    List<Double> reversed = new java.util.ArrayList<>(plain.head());
    java.util.Collections.reverse(reversed);
    Sides scaled =
        new Sides(
            plain.base().stream().map(value -> 1e6 * value).toList(),
            reversed.stream().map(value -> 1e6 * value).toList());

    Change one = Change.of(RATE, plain).orElseThrow();
    Change other = Change.of(RATE, scaled).orElseThrow();

    assertThat(other.ratio().low()).isCloseTo(one.ratio().low(), within(1e-9));
    assertThat(other.pValue()).isCloseTo(one.pValue(), within(1e-9));
    assertThat(other.hedgesG()).isCloseTo(one.hedgesG(), within(1e-9));
  }

  @Test
  void exactBytesThatDifferHaveAnExactRatio() {
    Change change = Change.of(Metrics.RETAINED_BYTES, Planted.constant(64, 72)).orElseThrow();

    assertThat(change.ratio()).isEqualTo(new Estimate(1.125, 1.125, 1.125, 0.95));
    assertThat(change.worsening()).isEqualTo(new Estimate(0.125, 0.125, 0.125, 0.95));
    assertThat(change.pValue()).isZero();
    assertThat(change.isExact()).isTrue();
    assertThat(change.hedgesG()).isNaN();
  }

  @Test
  void whatRepeatsEquallyDidNotChangeEvenAtZero() {
    for (double value : new double[] {64, 0, -3}) {
      Change change = Change.of(Metrics.GROWTH_TOTAL, Planted.constant(value, value)).orElseThrow();
      assertThat(change.worsening()).isEqualTo(new Estimate(0, 0, 0, 0.95));
      assertThat(change.pValue()).isEqualTo(1);
      assertThat(change.isExact()).isTrue();
    }
  }

  @Test
  void oneCountedSideMayRepeat() {
    Sides sides = new Sides(List.of(64.0, 64.0, 64.0), List.of(72.0, 72.1, 71.9));

    assertThat(Change.of(Metrics.RETAINED_BYTES, sides).orElseThrow().pValue())
        .isBetween(1e-8, 1e-3);
  }

  static List<Sides> withoutAChange() {
    List<Double> good = List.of(99.0, 100.0, 101.0);
    return List.of(
        new Sides(List.of(99.0, 100.0), good),
        new Sides(good, List.of(99.0)),
        new Sides(good, List.of(99.0, Double.NaN, 101.0)),
        new Sides(List.of(99.0, 100.0, Double.POSITIVE_INFINITY), good),
        new Sides(good, List.of(99.0, 0.0, 101.0)),
        new Sides(List.of(-1.0, 0.5, 101.0), good),
        new Sides(List.of(100.0, 100.0, 100.0), good),
        new Sides(good, List.of(100.0, 100.0, 100.0)),
        Planted.constant(100, 100));
  }

  @ParameterizedTest
  @MethodSource("withoutAChange")
  void whereNothingFollowsThereIsAReasonInsteadOfAChange(Sides sides) {
    assertThat(Change.of(RATE, sides)).isEmpty();
    assertThat(Change.obstacle(RATE, sides)).isPresent();
  }

  @Test
  void theReasonNamesWhatIsWrong() {
    List<Double> good = List.of(99.0, 100.0, 101.0);

    assertThat(Change.obstacle(RATE, new Sides(good, good))).isEmpty();
    assertThat(Change.obstacle(RATE, new Sides(good, List.of(99.0))))
        .contains("a side has fewer than 3 forks");
    assertThat(Change.obstacle(RATE, new Sides(good, List.of(99.0, Double.NaN, 1.0))))
        .contains("a value is not a number");
    assertThat(Change.obstacle(RATE, new Sides(good, List.of(99.0, 0.0, 1.0))))
        .contains("a value is zero or less, so there is no ratio");
    assertThat(Change.obstacle(RATE, Planted.constant(100, 90)).orElseThrow())
        .contains("broken or too coarse");
    assertThat(Change.obstacle(Metrics.THROUGHPUT, new Sides(good, good)))
        .contains("neither more nor less of it is better");
    assertThat(Change.obstacle(Metrics.RETAINED_BYTES, Planted.constant(0, 90)))
        .contains("a value is zero or less, so there is no ratio");
  }

  @Test
  void aShareIsARatioEitherWay() {
    Change worse = Change.of(TIME, Planted.sides(100, 105.001, 0.001)).orElseThrow();
    Change better = Change.of(TIME, Planted.sides(105.001, 100, 0.001)).orElseThrow();
    Change less = Change.of(TIME, Planted.sides(104.9, 100, 0.001)).orElseThrow();

    assertThat(worse.isAtLeast(0.05)).isTrue();
    assertThat(better.isAtLeast(0.05)).isTrue();
    assertThat(less.isAtLeast(0.05)).isFalse();
    assertThat(better.worsening().value()).isGreaterThan(-0.05);
  }

  @Test
  void exactlyTheShareIsBothAtLeastAndWithin() {
    Change quarter = Change.of(Metrics.RETAINED_BYTES, Planted.constant(64, 80)).orElseThrow();
    Change none = Change.of(Metrics.RETAINED_BYTES, Planted.constant(64, 64)).orElseThrow();

    assertThat(quarter.isAtLeast(0.25)).isTrue();
    assertThat(quarter.isWithin(0.25)).isTrue();
    assertThat(quarter.isWithin(0.2499)).isFalse();
    assertThat(none.isWorse()).isFalse();
  }

  @Test
  void withinMeansTheWholeInterval() {
    Change narrow = Change.of(TIME, Planted.sides(100, 102, 0.01)).orElseThrow();
    Change wide = Change.of(TIME, Planted.sides(100, 102, 0.04)).orElseThrow();

    assertThat(narrow.isWithin(0.05)).isTrue();
    assertThat(wide.isWithin(0.05)).isFalse();
    assertThat(wide.isAtLeast(0.05)).isFalse();
    assertThat(Change.of(RATE, Planted.sides(100, 102, 0.01)).orElseThrow().isWithin(0.05))
        .isTrue();
  }

  @Test
  void theWelchRatioIsTheSameOne() {
    assertThat(Change.of(TIME, SLEEP).orElseThrow().ratio())
        .isEqualTo(WelchRatio.of(SLEEP.head(), SLEEP.base()).orElseThrow());
  }

  private static List<Double> inverse(List<Double> values) {
    return values.stream().map(value -> 1 / value).toList();
  }

  private static List<Double> exp(double... logs) {
    return Arrays.stream(logs).map(Math::exp).boxed().toList();
  }
}
