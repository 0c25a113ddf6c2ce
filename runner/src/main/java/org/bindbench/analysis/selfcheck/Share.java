package org.bindbench.analysis.selfcheck;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * So many of so many, with exact bounds by Clopper &amp; Pearson, "The use of confidence or
 * fiducial limits illustrated in the case of the binomial", Biometrika 1934.
 *
 * @param count how many had the property, from 0 to {@code of}
 * @param of how many there were
 */
public record Share(int count, int of) {
  private static final double LEVEL = 0.95;

  /** Compact constructor: checks the range. */
  public Share {
    if (count < 0 || count > of)
      throw new IllegalArgumentException("a share needs 0 to " + of + ", but has " + count);
  }

  /** The share itself; NaN where there were none. */
  public double value() {
    return of == 0 ? Double.NaN : (double) count / of;
  }

  /** One-sided upper 95 % bound; 1 where there were none. */
  public double upper() {
    return count == of
        ? 1
        : BetaDistribution.of(count + 1.0, of - count).inverseCumulativeProbability(LEVEL);
  }

  /** One-sided lower 95 % bound; 0 where there were none. */
  public double lower() {
    return count == 0
        ? 0
        : BetaDistribution.of(count, of - count + 1.0).inverseSurvivalProbability(LEVEL);
  }
}
