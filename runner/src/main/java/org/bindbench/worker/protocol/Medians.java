package org.bindbench.worker.protocol;

import java.util.Arrays;

/** The middle of readings. */
public final class Medians {
  private Medians() {}

  /** The median of at least one value, which may be in any order and are left as they are. */
  public static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
