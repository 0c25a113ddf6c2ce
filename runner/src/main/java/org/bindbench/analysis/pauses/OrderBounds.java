package org.bindbench.analysis.pauses;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Exact one-sided bounds of a quantile by order statistics, whatever the distribution: of n
 * independent values the r-th smallest is above the quantile of p with probability P(B(n, p) &lt;
 * r), and the s-th smallest below it with P(B(n, p) &ge; s) (Conover, "Practical Nonparametric
 * Statistics", 3rd ed. 1999, section 3.2; Hahn &amp; Meeker, "Statistical Intervals", 1991, section
 * 5.2).
 */
public final class OrderBounds {
  /** Confidence of each bound by itself. */
  public static final double CONFIDENCE = 0.95;

  /** Confidence that the quantile lies between both. */
  public static final double BOTH = 2 * CONFIDENCE - 1;

  private OrderBounds() {}

  /**
   * The fewest values whose largest is an upper bound: 5 for the median, 59 for the 95th
   * percentile, 299 for the 99th.
   *
   * @param probability of the quantile, above 0 and below 1
   */
  public static int fewest(double probability) {
    require(probability);
    return (int) Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(probability));
  }

  /**
   * The upper bound.
   *
   * @param sorted values from the least to the greatest
   * @return empty where there are too few values for one
   */
  public static Optional<Double> upper(double[] sorted, double probability) {
    require(probability);
    if (sorted.length == 0) return Optional.empty();
    BinomialDistribution below = BinomialDistribution.of(sorted.length, probability);
    for (int rank = 1; rank <= sorted.length; rank++)
      if (below.cumulativeProbability(rank - 1) >= CONFIDENCE) return Optional.of(sorted[rank - 1]);
    return Optional.empty();
  }

  /** The lower bound; empty where there are too few values for one. */
  public static Optional<Double> lower(double[] sorted, double probability) {
    require(probability);
    if (sorted.length == 0) return Optional.empty();
    BinomialDistribution below = BinomialDistribution.of(sorted.length, probability);
    for (int rank = sorted.length; rank >= 1; rank--)
      if (below.survivalProbability(rank - 1) >= CONFIDENCE) return Optional.of(sorted[rank - 1]);
    return Optional.empty();
  }

  private static void require(double probability) {
    if (!(probability > 0 && probability < 1))
      throw new IllegalArgumentException(
          "a quantile's probability lies between 0 and 1, but is " + probability);
  }
}
