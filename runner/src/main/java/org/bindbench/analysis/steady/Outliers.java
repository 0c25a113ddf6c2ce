package org.bindbench.analysis.steady;

import java.util.Arrays;
import org.bindbench.analysis.Summaries;

/**
 * Readings beyond median ± 3·(P90 − P10) of a rolling window, after Barrett et al. 2017.
 *
 * <p>Unlike there, a run of such readings on one side that is long enough to be a level of its own
 * is kept: dropping it would hide the very change that is looked for (in a window of 200, whatever
 * lasts less than a tenth of it lies outside P10 to P90). A window whose readings repeat exactly
 * has its spread taken as 0.1 % of the median, so that clock ticks are no outliers.
 */
final class Outliers {
  private static final int WINDOW = 200;
  private static final double REACH = 3;
  private static final double LEAST_SPREAD = 1e-3;

  private Outliers() {}

  /**
   * Which readings to drop.
   *
   * @param levelLength shortest run on one side that counts as a level
   */
  static boolean[] in(double[] series, int levelLength) {
    int[] sides = new int[series.length];
    for (int i = 0; i < series.length; i++) sides[i] = side(series, i);
    boolean[] outliers = new boolean[series.length];
    for (int from = 0, to; from < series.length; from = to) {
      to = from + 1;
      while (to < series.length && sides[to] == sides[from]) to++;
      Arrays.fill(outliers, from, to, sides[from] != 0 && to - from < levelLength);
    }
    return outliers;
  }

  private static int side(double[] series, int index) {
    int length = Math.min(WINDOW, series.length);
    int from = Math.min(Math.max(0, index - length / 2), series.length - length);
    double[] window = Arrays.copyOfRange(series, from, from + length);
    double median = Summaries.quantile(window, 0.5);
    double spread = Summaries.quantile(window, 0.9) - Summaries.quantile(window, 0.1);
    double reach = REACH * Math.max(spread, LEAST_SPREAD * Math.abs(median));
    return Math.abs(series[index] - median) <= reach ? 0 : series[index] > median ? 1 : -1;
  }
}
