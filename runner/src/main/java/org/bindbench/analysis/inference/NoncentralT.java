package org.bindbench.analysis.inference;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The distribution of t = (Z + λ) / s with s = √(χ²(ν)/ν), by which the power of a t test is known
 * (Johnson, Kotz &amp; Balakrishnan, "Continuous Univariate Distributions", volume 2, 1995, chapter
 * 31).
 */
final class NoncentralT {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Steps of Simpson's rule over s, an even number. */
  private static final int STEPS = 200;

  /** Standard errors of s, 1/√(2ν), beyond which nothing is left. */
  private static final double REACH = 12;

  private final double[] deviations = new double[STEPS - 1];
  private final double[] weights = new double[STEPS - 1];

  private NoncentralT(double degreesOfFreedom) {
    ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(degreesOfFreedom);
    double reach = REACH / Math.sqrt(2 * degreesOfFreedom);
    double from = Math.max(0, 1 - reach);
    double step = (1 + reach - from) / STEPS;
    for (int i = 1; i < STEPS; i++) {
      double s = from + i * step;
      double density = 2 * degreesOfFreedom * s * chiSquared.density(degreesOfFreedom * s * s);
      deviations[i - 1] = s;
      weights[i - 1] = (i % 2 == 0 ? 2 : 4) * density * step / 3;
    }
  }

  /** The distribution for ν degrees of freedom, 2 or more, which need not be whole. */
  static NoncentralT of(double degreesOfFreedom) {
    if (!(degreesOfFreedom >= 2))
      throw new IllegalArgumentException("too few degrees of freedom: " + degreesOfFreedom);
    return new NoncentralT(degreesOfFreedom);
  }

  /** P(t &gt; critical): the expectation of Φ(λ − critical·s) over s. */
  double survival(double critical, double noncentrality) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++)
      sum += weights[i] * NORMAL.cumulativeProbability(noncentrality - critical * deviations[i]);
    return sum;
  }
}
