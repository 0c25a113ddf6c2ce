package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.bindbench.analysis.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankRatioTest {
  /**
   * The chorioamnion example of Hollander &amp; Wolfe 1973, page 69, on exponentials: R 4 prints an
   * estimate of 0.305 and an interval of −0.15 to 0.76 for {@code wilcox.test(x, y, conf.int =
   * TRUE)}.
   */
  @Test
  void theExampleOfHollanderAndWolfeHasItsInterval() {
    List<Double> atTerm = exponentials(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46);
    List<Double> earlier = exponentials(1.15, 0.88, 0.90, 0.74, 1.21);

    Estimate ratio = RankRatio.of(atTerm, earlier).orElseThrow();

    assertThat(Math.log(ratio.value())).isCloseTo(0.305, within(1e-9));
    assertThat(Math.log(ratio.low())).isCloseTo(-0.15, within(1e-9));
    assertThat(Math.log(ratio.high())).isCloseTo(0.76, within(1e-9));
  }

  /** Two-sided 5 % points of U: table 4 of Mann and Whitney's test in any book has one less. */
  @ParameterizedTest
  @CsvSource({"3, 3, 0", "4, 4, 1", "5, 5, 3", "8, 8, 14", "10, 5, 9", "8, 10, 18"})
  void asManyValuesOfUAreRejectedAsInTables(int first, int second, int values) {
    assertThat(RankRatio.rejected(first, second, 0.025)).isEqualTo(values);
    assertThat(RankRatio.rejected(second, first, 0.025)).isEqualTo(values);
  }

  @Test
  void aForkAtAnotherSpeedMovesItLittle() {
    List<Double> alike = List.of(100.0, 101.0, 99.0, 100.5, 99.5, 100.2, 99.8, 98.9);
    List<Double> withOneSlow = List.of(100.1, 101.1, 99.1, 100.6, 99.6, 100.3, 50.0, 99.0);

    Estimate ratio = RankRatio.of(withOneSlow, alike).orElseThrow();

    assertThat(ratio.value()).isCloseTo(1, within(0.01));
    assertThat(ratio.low()).isGreaterThan(0.95);
    assertThat(ratio.high()).isLessThan(1.05);
  }

  @Test
  void theOtherWayRoundItIsTheReciprocal() {
    List<Double> one = List.of(1.0, 2.0, 4.0, 8.0);
    List<Double> other = List.of(3.0, 5.0, 7.0, 11.0, 13.0);

    Estimate there = RankRatio.of(one, other).orElseThrow();
    Estimate back = RankRatio.of(other, one).orElseThrow();

    assertThat(there.value() * back.value()).isCloseTo(1, within(1e-12));
    assertThat(there.low() * back.high()).isCloseTo(1, within(1e-12));
  }

  @Test
  void threeForksASideAreTooFew() {
    assertThat(RankRatio.of(List.of(1.0, 2.0, 3.0), List.of(4.0, 5.0, 6.0))).isEmpty();
    List<Double> eight = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
    assertThat(RankRatio.of(List.of(1.0, 2.0), eight)).isEmpty();
    assertThat(RankRatio.of(eight, List.of(1.0, 2.0, 3.0))).isEmpty();
    assertThat(RankRatio.of(List.of(), List.of(4.0, 5.0, 6.0))).isEmpty();
  }

  @Test
  void whatIsNotPositiveHasNoRatio() {
    assertThat(RankRatio.of(List.of(0.0, 1.0, 2.0, 3.0), List.of(1.0, 2.0, 3.0, 4.0))).isEmpty();
  }

  private static List<Double> exponentials(double... values) {
    return DoubleStream.of(values).map(Math::exp).boxed().toList();
  }
}
