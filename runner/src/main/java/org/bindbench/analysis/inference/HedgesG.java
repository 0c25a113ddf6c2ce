package org.bindbench.analysis.inference;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * A difference of means in standard deviations, corrected for small samples (Hedges, "Distribution
 * theory for Glass's estimator of effect size and related estimators", Journal of Educational
 * Statistics 1981; Hedges &amp; Olkin, "Statistical Methods for Meta-Analysis", 1985, chapter 5).
 */
public final class HedgesG {
  private HedgesG() {}

  /**
   * (mean(above) − mean(below)) / pooled deviation, times the correction.
   *
   * @return NaN where a side has fewer than two values or nothing varies
   */
  public static double of(double[] above, double[] below) {
    if (Math.min(above.length, below.length) < 2) return Double.NaN;
    int degreesOfFreedom = above.length + below.length - 2;
    double pooled =
        ((above.length - 1) * Variance.of(above).getAsDouble()
                + (below.length - 1) * Variance.of(below).getAsDouble())
            / degreesOfFreedom;
    if (!(pooled > 0)) return Double.NaN;
    double difference = Mean.of(above).getAsDouble() - Mean.of(below).getAsDouble();
    return correction(degreesOfFreedom) * difference / Math.sqrt(pooled);
  }

  /**
   * The exact factor Γ(m/2) / (√(m/2) · Γ((m − 1)/2)), by the recursion of the ratio of the two
   * gamma functions; m ≥ 2 degrees of freedom.
   */
  static double correction(int degreesOfFreedom) {
    double ratio = 1 / Math.sqrt(Math.PI);
    for (int m = 2; m < degreesOfFreedom; m++) ratio = (m - 1) / 2.0 / ratio;
    return ratio / Math.sqrt(degreesOfFreedom / 2.0);
  }
}
