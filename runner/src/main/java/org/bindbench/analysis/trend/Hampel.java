package org.bindbench.analysis.trend;

import java.util.Arrays;

/**
 * Hampel's filter: a reading further than 3 robust deviations from the median of its neighbours is
 * replaced by that median, so that a single bad run is no change (Pearson et al., "Generalized
 * Hampel filters", EURASIP 2016).
 */
final class Hampel {
  private static final int REACH = 3;
  private static final double DEVIATIONS = 3;

  private Hampel() {}

  /** The filtered readings; the given ones stay as they are. */
  static double[] filtered(double[] readings) {
    double[] filtered = readings.clone();
    for (int i = 0; i < readings.length; i++) {
      int from = Math.max(0, i - REACH);
      int to = Math.min(readings.length, i + REACH + 1);
      if (isLevel(readings, from, to)) continue;
      RobustScale near = RobustScale.of(Arrays.copyOfRange(readings, from, to));
      if (Math.abs(readings[i] - near.median()) > DEVIATIONS * near.deviation())
        filtered[i] = near.median();
    }
    return filtered;
  }

  private static boolean isLevel(double[] readings, int from, int to) {
    for (int i = from + 1; i < to; i++) if (readings[i] != readings[from]) return false;
    return true;
  }
}
