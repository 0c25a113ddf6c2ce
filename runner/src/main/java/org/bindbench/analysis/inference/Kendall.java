package org.bindbench.analysis.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a series rises with time, by Kendall's S (Kendall, "A new measure of rank correlation",
 * Biometrika 1938; as a test of trend Mann, "Nonparametric tests against trend", Econometrica
 * 1945).
 *
 * <p>The p is exact, with ties too: it is the share of all orders of the very same values, ties
 * included, whose S is at least as large. Placing groups of equal values one after another among
 * those before them, the number of inversions that each adds has the distribution of Mann and
 * Whitney's U, and they are independent (Kendall &amp; Gibbons, "Rank Correlation Methods", 1990,
 * chapter 5, for series without ties).
 *
 * @param s pairs that rise less pairs that fall; equal pairs count for neither
 * @param tau s over the number of pairs, Kendall's tau-a
 * @param risingP one-sided p that nothing rises
 */
public record Kendall(int s, double tau, double risingP) {
  /** Added to a value it makes the two zeros equal. */
  private static final double POSITIVE_ZERO = 0.0;

  /** The test of a series of two or more finite values in time order. */
  public static Kendall of(List<Double> readings) {
    int count = readings.size();
    if (count < 2 || !readings.stream().allMatch(Double::isFinite))
      throw new IllegalArgumentException("a trend needs two or more finite values: " + readings);
    List<Double> series = readings.stream().map(reading -> reading + POSITIVE_ZERO).toList();
    int rising = 0;
    int falling = 0;
    for (int i = 0; i < count; i++)
      for (int j = i + 1; j < count; j++) {
        int order = Double.compare(series.get(j), series.get(i));
        if (order > 0) rising++;
        if (order < 0) falling++;
      }
    double tau = (rising - falling) / (count * (count - 1) / 2.0);
    return new Kendall(rising - falling, tau, atMost(falling, groups(series)));
  }

  /** Sizes of the groups of equal values. */
  private static List<Integer> groups(List<Double> series) {
    Map<Double, Integer> sizes = new TreeMap<>();
    series.forEach(value -> sizes.merge(value, 1, Integer::sum));
    return new ArrayList<>(sizes.values());
  }

  /** P(inversions ≤ falling) where every order of the values is equally likely. */
  private static double atMost(int falling, List<Integer> groups) {
    double[] inversions = {1};
    int placed = 0;
    for (int size : groups) {
      inversions = sumOf(inversions, inversionsOf(placed, size));
      placed += size;
    }
    double sum = 0;
    for (int i = 0; i <= falling; i++) sum += inversions[i];
    return Math.min(1, sum);
  }

  /**
   * Distribution of the pairs in which one of {@code size} equal values stands before one of {@code
   * others}: f(u; m, n) = m/(m+n)·f(u − n; m − 1, n) + n/(m+n)·f(u; m, n − 1).
   */
  private static double[] inversionsOf(int others, int size) {
    double[][] byOthers = new double[others + 1][];
    for (int n = 0; n <= size; n++)
      for (int m = 0; m <= others; m++) {
        double[] now = new double[m * n + 1];
        if (m == 0 || n == 0) now[0] = 1;
        else {
          double[] lessM = byOthers[m - 1];
          double[] lessN = byOthers[m];
          for (int u = 0; u < lessM.length; u++) now[u + n] += lessM[u] * m / (m + n);
          for (int u = 0; u < lessN.length; u++) now[u] += lessN[u] * n / (m + n);
        }
        byOthers[m] = now;
      }
    return byOthers[others];
  }

  private static double[] sumOf(double[] one, double[] other) {
    double[] sum = new double[one.length + other.length - 1];
    for (int i = 0; i < one.length; i++)
      for (int j = 0; j < other.length; j++) sum[i + j] += one[i] * other[j];
    return sum;
  }
}
