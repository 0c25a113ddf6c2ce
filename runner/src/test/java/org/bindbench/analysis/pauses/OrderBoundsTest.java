package org.bindbench.analysis.pauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderBoundsTest {
  /** 1 − 0.95^59 = 0.9515 and 1 − 0.95^58 = 0.9490; 0.5^5 = 0.031; 0.99^299 = 0.0495. */
  @ParameterizedTest
  @CsvSource({"0.5, 5", "0.95, 59", "0.99, 299"})
  void theLargestValueIsABoundFromThatManyOnAndNotBefore(double probability, int fewest) {
    assertThat(OrderBounds.fewest(probability)).isEqualTo(fewest);
    assertThat(OrderBounds.upper(ranks(fewest), probability)).contains((double) fewest);
    assertThat(OrderBounds.upper(ranks(fewest - 1), probability)).isEmpty();
  }

  /**
   * Ranks by the sums of the binomial distribution, worked out by hand for the median of ten: P(B
   * &le; 7) = 0.9453 and P(B &le; 8) = 0.9893, so the ninth is the bound and the second the other.
   */
  @Test
  void theMedianOfTenLiesBetweenTheSecondAndTheNinth() {
    assertThat(OrderBounds.upper(ranks(10), 0.5)).contains(9.0);
    assertThat(OrderBounds.lower(ranks(10), 0.5)).contains(2.0);
  }

  /** For n = 100 and p = 0.95: P(B &le; 98) = 0.9629 and P(B &le; 97) = 0.8817. */
  @Test
  void thePercentileOfAHundredIsBelowTheNinetyNinth() {
    assertThat(OrderBounds.upper(ranks(100), 0.95)).contains(99.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 12, 33, 101})
  void boundsOfTheMedianMirrorEachOther(int n) {
    double upper = OrderBounds.upper(ranks(n), 0.5).orElseThrow();
    double lower = OrderBounds.lower(ranks(n), 0.5).orElseThrow();
    assertThat(lower).isEqualTo(n + 1 - upper);
  }

  /** The uniform distribution's 95th percentile is 0.95. */
  @ParameterizedTest
  @ValueSource(ints = {59, 75, 200})
  void eachBoundHoldsInNineteenOfTwentySeriesAtLeast(int n) {
    Random random = new Random(n);
    int above = 0;
    int below = 0;
    int series = 4000;
    for (int i = 0; i < series; i++) {
      double[] values = random.doubles(n).sorted().toArray();
      if (OrderBounds.upper(values, 0.95).orElseThrow() >= 0.95) above++;
      if (OrderBounds.lower(values, 0.95).orElseThrow() <= 0.95) below++;
    }
    // three standard errors of a share of 0.95 over 4,000 series are 0.0103
    assertThat((double) above / series).isGreaterThan(0.95 - 0.0103);
    assertThat((double) below / series).isGreaterThan(0.95 - 0.0103);
  }

  @Test
  void boundsScaleWithTheValues() {
    double[] twice = Arrays.stream(ranks(80)).map(value -> 2 * value).toArray();
    assertThat(OrderBounds.upper(twice, 0.95).orElseThrow())
        .isCloseTo(2 * OrderBounds.upper(ranks(80), 0.95).orElseThrow(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void aProbabilityOutsideIsRefusedByName(double probability) {
    assertThatThrownBy(() -> OrderBounds.upper(ranks(10), probability))
        .hasMessageContaining(Double.toString(probability));
  }

  @Test
  void nothingIsCertainOfNothing() {
    assertThat(OrderBounds.upper(new double[0], 0.5)).isEmpty();
    assertThat(OrderBounds.lower(new double[0], 0.5)).isEmpty();
  }

  private static double[] ranks(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
  }
}
