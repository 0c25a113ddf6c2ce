package org.bindbench.analysis.steady;

import java.util.Arrays;
import org.bindbench.analysis.Summaries;

/**
 * Readings beyond median ± 3·(P90 − P10) of a rolling window, after Barrett et al. 2017.
 *
 * <p>Unlike there, a reading must also be as far from the median of its nearest neighbours, so that
 * a level of its own is kept however short against the window: whatever lasts less than a tenth of
 * 200 readings lies outside P10 to P90, and dropping it would hide the very change that is looked
 * for. A window whose readings repeat exactly has its spread taken as 0.1 % of the median, so that
 * clock ticks are no outliers.
 */
final class Outliers {
  private static final int WINDOW = 200;
  private static final double REACH = 3;
  private static final double LEAST_SPREAD = 1e-3;

  private Outliers() {}

  /**
   * Which readings to drop.
   *
   * @param levelLength fewest readings in a row that are a level and no outliers
   */
  static boolean[] in(double[] series, int levelLength) {
    boolean[] outliers = new boolean[series.length];
    for (int i = 0; i < series.length; i++) {
      double[] window = around(series, i, WINDOW);
      double median = median(window);
      double spread = Summaries.quantile(window, 0.9) - Summaries.quantile(window, 0.1);
      double reach = REACH * Math.max(spread, LEAST_SPREAD * Math.abs(median));
      outliers[i] =
          Math.abs(series[i] - median) > reach
              && Math.abs(series[i] - median(around(series, i, 2 * levelLength - 1))) > reach;
    }
    return outliers;
  }

  /** So many readings around one, or the nearest so many at the ends of the series. */
  private static double[] around(double[] series, int index, int wanted) {
    int length = Math.min(wanted, series.length);
    int from = Math.min(Math.max(0, index - length / 2), series.length - length);
    return Arrays.copyOfRange(series, from, from + length);
  }

  private static double median(double[] values) {
    return Summaries.quantile(values, 0.5);
  }
}
