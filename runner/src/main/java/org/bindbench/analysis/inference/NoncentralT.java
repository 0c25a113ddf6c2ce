package org.bindbench.analysis.inference;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The distribution of t = (Z + λ) / √(χ²(ν)/ν), by which the power of a t test is known (Johnson,
 * Kotz &amp; Balakrishnan, "Continuous Univariate Distributions", volume 2, 1995, chapter 31).
 */
public final class NoncentralT {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Halves of Simpson's strips over the deviation √(χ²/ν). */
  private static final int STEPS = 400;

  /** Standard errors of the deviation, 1/√(2ν), after which nothing is left. */
  private static final double REACH = 12;

  private NoncentralT() {}

  /**
   * P(t &gt; critical): the expectation of Φ(λ − critical·s) over the deviation s = √(χ²/ν), by
   * Simpson's rule.
   *
   * @param degreesOfFreedom ν, 1 or more, need not be whole
   * @param noncentrality λ
   */
  public static double survival(double critical, double degreesOfFreedom, double noncentrality) {
    ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(degreesOfFreedom);
    double step = (1 + REACH / Math.sqrt(2 * degreesOfFreedom)) / STEPS;
    double sum = 0;
    for (int i = 1; i <= STEPS; i++) {
      double s = i * step;
      double density = 2 * degreesOfFreedom * s * chiSquared.density(degreesOfFreedom * s * s);
      double weight = i == STEPS ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * density * NORMAL.cumulativeProbability(noncentrality - critical * s);
    }
    return sum * step / 3;
  }

  /**
   * The noncentrality at which a two-sided t test rejects this often on the right side.
   *
   * @param alpha two-sided level of the test
   * @param power wanted share of rejections, above {@code alpha}
   */
  public static double noncentrality(double alpha, double power, double degreesOfFreedom) {
    double critical = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(alpha / 2);
    double low = 0;
    double high = 1;
    while (survival(critical, degreesOfFreedom, high) < power) high *= 2;
    while (high - low > 1e-7 * high) {
      double middle = (low + high) / 2;
      if (survival(critical, degreesOfFreedom, middle) < power) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
}
