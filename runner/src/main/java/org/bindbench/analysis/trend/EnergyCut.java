package org.bindbench.analysis.trend;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where a piece of a series falls into two unlike parts, by the energy statistic with exponent 1
 * (Matteson &amp; James, "A nonparametric approach for multiple change point analysis of
 * multivariate data", JASA 2014, eq. 5 to 7; the right part always reaches the end of the piece, as
 * in Hunter's first version), and whether that could be chance.
 */
final class EnergyCut {
  /** Fewest readings on either side. */
  static final int FEWEST = 3;

  /** Most readings of a piece, so that the distances of one to all others can be added up. */
  static final int MOST = 2000;

  private static final double SAME = 1 - 1e-12;

  /**
   * Steps that the range of the readings is divided into: whole numbers are added eight at once.
   */
  private static final int STEPS = 1 << 20;

  private final int[] values;
  private final int[] sums;
  private final int[] toEarlier;
  private final double[] weightsBefore;
  private final double[] weightsBehind;
  private final double step;
  private final double total;
  private final int index;
  private final double statistic;

  /** Looks at the readings from one index to before another, at most {@value #MOST}. */
  EnergyCut(double[] series, int from, int to) {
    if (to - from > MOST)
      throw new IllegalArgumentException(to - from + " readings are more than " + MOST);
    double low = series[from];
    double high = series[from];
    for (int i = from; i < to; i++) {
      low = Math.min(low, series[i]);
      high = Math.max(high, series[i]);
    }
    step = (high - low) / STEPS;
    values = new int[to - from];
    if (step > 0)
      for (int i = from; i < to; i++) values[i - from] = (int) Math.round((series[i] - low) / step);
    sums = new int[values.length];
    toEarlier = new int[values.length];
    double all = 0;
    for (int i = 0; i < values.length; i++)
      for (int k = 0; k < i; k++) {
        int distance = Math.abs(values[i] - values[k]);
        sums[i] += distance;
        sums[k] += distance;
        all += distance;
      }
    total = all;
    weightsBefore = new double[values.length];
    weightsBehind = new double[values.length];
    for (int left = FEWEST; left <= values.length - FEWEST; left++) {
      int right = values.length - left;
      weightsBefore[left] = 1 + right / (left - 1.0);
      weightsBehind[left] = 1 + left / (right - 1.0);
    }
    int best = -1;
    double most = 0;
    double[] statistics = statistics();
    for (int i = FEWEST; i <= values.length - FEWEST; i++)
      if (statistics[i] > most) {
        most = statistics[i];
        best = i;
      }
    index = best;
    statistic = most;
  }

  /** How many readings lie before the cut; −1 where the parts nowhere differ. */
  int index() {
    return index;
  }

  /** The statistic of the best cut. */
  double statistic() {
    return statistic;
  }

  /** The statistic by the number of readings before the cut; 0 where a side is too short. */
  double[] statistics() {
    double[] statistics = new double[values.length + 1];
    scan(statistics);
    return statistics;
  }

  /**
   * Share of the orders of the same readings that are cut as well or better, this one among them.
   * It is found from ⌈1 / level⌉ − 1 random orders, twice as many for a level of 0.01 or more, and
   * no further than until it is above the level.
   */
  double pValue(double level, SplittableRandom random) {
    if (index < 0) return 1;
    int orders = (int) Math.round((level < 0.01 ? 1 : 2) / level) - 1;
    int most = (int) Math.floor(level * (orders + 1) + 1e-9);
    int asGood = 1;
    for (int order = 1; order <= orders; order++) {
      shuffle(random);
      if (scan(null) >= statistic * SAME) asGood++;
      if (asGood > most) return asGood / (order + 1.0);
    }
    return asGood / (orders + 1.0);
  }

  private void shuffle(SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int k = (int) ((random.nextInt() & 0xffff_ffffL) * (i + 1) >>> 32); // at random below i + 1
      int value = values[i];
      values[i] = values[k];
      values[k] = value;
      int sum = sums[i];
      sums[i] = sums[k];
      sums[k] = sum;
    }
  }

  /** The largest statistic of the present order. */
  private double scan(double @org.jspecify.annotations.Nullable [] statistics) {
    addDistancesToEarlier();
    int n = values.length;
    double before = 0;
    double behind = total;
    double largest = 0;
    double scale = 2.0 / n * step;
    for (int i = 0; i < n - FEWEST; i++) {
      before += toEarlier[i];
      behind -= sums[i] - toEarlier[i];
      int left = i + 1;
      if (left < FEWEST) continue;
      // what lies between the parts is the rest of the total
      double q = scale * (total - weightsBefore[left] * before - weightsBehind[left] * behind);
      if (statistics != null) statistics[left] = q;
      if (q > largest) largest = q;
    }
    return largest;
  }

  /**
   * Adds up, for every reading, how far it is from all before it. Four of these at a time are taken
   * to all behind them, of which the JVM makes vector code; adding up to one number it does not
   * before version 21.
   */
  private void addDistancesToEarlier() {
    Arrays.fill(toEarlier, 0);
    int n = values.length;
    int k = 0;
    for (; k + 3 < n; k += 4) {
      int a = values[k];
      int b = values[k + 1];
      int c = values[k + 2];
      int d = values[k + 3];
      toEarlier[k + 1] += Math.abs(b - a);
      toEarlier[k + 2] += Math.abs(c - a) + Math.abs(c - b);
      toEarlier[k + 3] += Math.abs(d - a) + Math.abs(d - b) + Math.abs(d - c);
      add(values, toEarlier, k + 4, a, b, c, d);
    }
    for (; k < n; k++)
      for (int i = k + 1; i < n; i++) toEarlier[i] += Math.abs(values[i] - values[k]);
  }

  private static void add(int[] values, int[] sums, int from, int a, int b, int c, int d) {
    for (int i = from; i < values.length; i++) {
      int value = values[i];
      sums[i] +=
          Math.abs(value - a) + Math.abs(value - b) + Math.abs(value - c) + Math.abs(value - d);
    }
  }
}
