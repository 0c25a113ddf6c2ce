package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HedgesGTest {
  /**
   * Hedges &amp; Olkin, "Statistical Methods for Meta-Analysis", 1985, table of c(m) in chapter 5.
   */
  @ParameterizedTest
  @CsvSource({"2, 0.5642", "3, 0.7236", "4, 0.7979", "6, 0.8686", "8, 0.9027", "20, 0.9619"})
  void theCorrectionIsThatOfHedgesAndOlkinsTable(int degreesOfFreedom, double expected) {
    assertThat(HedgesG.correction(degreesOfFreedom)).isCloseTo(expected, within(5.1e-5));
  }

  /**
   * Borenstein, Hedges, Higgins &amp; Rothstein, "Introduction to Meta-Analysis", 2009, chapter 4:
   * means 103 and 100, deviations 5.5 and 4.5, 50 each: d = 0.5970, J = 0.9923, g = 0.5924.
   */
  @Test
  void theWorkedExampleOfBorensteinGivesItsG() {
    assertThat(HedgesG.correction(98)).isCloseTo(0.9923, within(5e-5));
    assertThat(HedgesG.of(sample(103, 5.5), sample(100, 4.5))).isCloseTo(0.5924, within(1e-4));
  }

  @Test
  void shiftAndScaleChangeNothingAndTheOtherOrderItsSign() {
    double[] a = {5.1, 4.9, 5.6, 5.3};
    double[] b = {4.2, 4.8, 4.4};

    double g = HedgesG.of(a, b);

    assertThat(g).isPositive();
    assertThat(HedgesG.of(moved(a), moved(b))).isCloseTo(g, within(1e-12));
    assertThat(HedgesG.of(b, a)).isCloseTo(-g, within(1e-12));
  }

  @Test
  void whereNothingVariesOrASideIsSingleThereIsNone() {
    double[] fixed = {5, 5, 5};
    assertThat(HedgesG.of(fixed, new double[] {4, 4, 4})).isNaN();
    assertThat(HedgesG.of(fixed, new double[] {4})).isNaN();
    assertThat(HedgesG.of(new double[] {4}, fixed)).isNaN();
    assertThat(HedgesG.of(new double[] {4, 6}, fixed)).isZero();
  }

  private static double[] moved(double[] values) {
    return Arrays.stream(values).map(value -> 3 * value - 7).toArray();
  }

  /** 50 values with exactly this mean and sample deviation. */
  private static double[] sample(double mean, double deviation) {
    double reach = deviation * Math.sqrt(49 / 50.0);
    double[] values = new double[50];
    for (int i = 0; i < 50; i++) values[i] = mean + (i % 2 == 0 ? reach : -reach);
    return values;
  }
}
