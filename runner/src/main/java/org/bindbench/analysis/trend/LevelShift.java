package org.bindbench.analysis.trend;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;

/**
 * The means of two neighbouring levels, and their difference with Welch's interval (sample
 * variances, divisor n − 1).
 */
record LevelShift(double before, double after, Estimate difference) {
  /** Of at least 2 readings on either side. */
  static LevelShift of(double[] before, double[] after) {
    double ours = Mean.of(before).getAsDouble();
    double theirs = Mean.of(after).getAsDouble();
    double reach = reach(before, after);
    double difference = theirs - ours;
    return new LevelShift(
        ours,
        theirs,
        new Estimate(difference, difference - reach, difference + reach, Summaries.LEVEL));
  }

  private static double reach(double[] before, double[] after) {
    if (Summaries.isConstant(before) && Summaries.isConstant(after)) return 0;
    double error =
        Math.sqrt(
            Variance.of(before).getAsDouble() / before.length
                + Variance.of(after).getAsDouble() / after.length);
    double degrees =
        TTest.withDefaults()
            .with(DataDispersion.HETEROSCEDASTIC)
            .test(before, after)
            .getDegreesOfFreedom();
    return Summaries.tQuantile(degrees) * error;
  }
}
