package org.bindbench.wire.foreign;

import java.util.Arrays;

/** The value a process contributes: the median of its iterations, as for our own forks. */
final class Middle {
  private Middle() {}

  /** The median, with the mean of the two in the middle (type 7); NaN where there is no value. */
  static double of(double[] values) {
    if (values.length == 0) return Double.NaN;
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
