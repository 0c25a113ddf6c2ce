package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralTTest {
  /** R 4, the first example of {@code help(power.t.test)}: n = 20, delta = 1, power 0.8689528. */
  @Test
  void thePowerOfTwentyForOneDeviationIsThatOfR() {
    assertThat(power(38, 0.05, Math.sqrt(20 / 2.0))).isCloseTo(0.8689528, within(5e-8));
  }

  /**
   * R's package pwr, an example of {@code help(pwr.t.test)}: one sample, d = 0.2, n = 60, level
   * 0.10, power 0.4555818 with both tails.
   */
  @Test
  void thePowerWithBothTailsIsThatOfPwr() {
    double critical = TDistribution.of(59).inverseSurvivalProbability(0.05);
    double lambda = 0.2 * Math.sqrt(60);
    NoncentralT t = NoncentralT.of(59);
    assertThat(t.survival(critical, lambda) + t.survival(critical, -lambda))
        .isCloseTo(0.4555818, within(5e-8));
  }

  @Test
  void withoutNoncentralityItIsStudentsT() {
    for (double degreesOfFreedom : new double[] {2, 4, 7.3, 14, 400})
      for (double t : new double[] {-3, -1, 0, 0.5, 2, 4})
        assertThat(NoncentralT.of(degreesOfFreedom).survival(t, 0))
            .isCloseTo(TDistribution.of(degreesOfFreedom).survivalProbability(t), within(1e-6));
  }

  /** The noncentralities of 80 % at 3, 5, 8 and 10 forks a side, from scipy's nct. */
  @ParameterizedTest
  @CsvSource({"4, 3.7610603", "8, 3.2009222", "14, 3.0132717", "18, 2.9626758"})
  void thePowerOfFewForksIsThatOfScipy(int degreesOfFreedom, double noncentrality) {
    assertThat(power(degreesOfFreedom, 0.05, noncentrality)).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void tooFewDegreesOfFreedomAreRefused() {
    assertThatThrownBy(() -> NoncentralT.of(1.9)).hasMessageContaining("1.9");
    assertThatThrownBy(() -> NoncentralT.of(Double.NaN)).hasMessageContaining("NaN");
  }

  private static double power(double degreesOfFreedom, double alpha, double noncentrality) {
    double critical = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(alpha / 2);
    return NoncentralT.of(degreesOfFreedom).survival(critical, noncentrality);
  }
}
