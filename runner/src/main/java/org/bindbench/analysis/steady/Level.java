package org.bindbench.analysis.steady;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * A stretch of a series between two change points.
 *
 * @param from index of its first reading
 * @param to index behind its last reading
 * @param mean of its readings
 * @param deviation sample standard deviation of its readings (divisor n − 1)
 */
record Level(int from, int to, double mean, double deviation) {
  /** Means that differ by less than this share are the same for all practical purposes. */
  private static final double NEGLIGIBLE = 0.01;

  static Level of(double[] series, int from, int to) {
    return new Level(
        from,
        to,
        Mean.ofRange(series, from, to).getAsDouble(),
        StandardDeviation.ofRange(series, from, to).getAsDouble());
  }

  /**
   * Whether the means differ by less than 1 %, or by less than the larger of the two relative
   * deviations. The difference is taken relative to the smaller mean, so that the order does not
   * matter.
   */
  boolean isEquivalentTo(Level other) {
    double difference = Math.abs(mean - other.mean) / Math.min(mean, other.mean);
    double spread = Math.max(deviation / mean, other.deviation / other.mean);
    return difference < Math.max(NEGLIGIBLE, spread);
  }
}
