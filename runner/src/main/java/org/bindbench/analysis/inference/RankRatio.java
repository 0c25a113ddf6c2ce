package org.bindbench.analysis.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;

/**
 * How many times one side is another, by ranks alone: the median of the ratios of all pairs (Hodges
 * &amp; Lehmann, "Estimates of location based on rank tests", Annals of Mathematical Statistics
 * 1963) with the interval of ratios that the exact test of Mann and Whitney does not reject
 * (Hollander &amp; Wolfe, "Nonparametric statistical methods", 1973, section 4.3). A fork that
 * settled at another speed than the rest moves it little.
 */
public final class RankRatio {
  /** Fewest forks of a side. */
  private static final int FEWEST = 4;

  private RankRatio() {}

  /**
   * above / below with an interval of at least 95 %.
   *
   * @param above fork values of the numerator
   * @param below fork values of the denominator
   * @return empty where a value is zero or negative, or a side has fewer than 4, with which equal
   *     sides have no such interval
   */
  public static Optional<Estimate> of(List<Double> above, List<Double> below) {
    double[] all = Stream.concat(above.stream(), below.stream()).mapToDouble(x -> x).toArray();
    if (!Summaries.allPositive(all)) return Optional.empty();
    if (Math.min(above.size(), below.size()) < FEWEST) return Optional.empty();
    int cut = rejected(above.size(), below.size(), (1 - Summaries.LEVEL) / 2);
    double[] ratios =
        above.stream()
            .flatMap(a -> below.stream().map(b -> a / b))
            .mapToDouble(ratio -> ratio)
            .sorted()
            .toArray();
    return Optional.of(
        new Estimate(
            geometricMedian(ratios),
            ratios[cut - 1],
            ratios[ratios.length - cut],
            Summaries.LEVEL));
  }

  private static double geometricMedian(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : Math.sqrt(sorted[middle - 1] * sorted[middle]);
  }

  /** How many of the smallest values of U together are at most that likely. */
  static int rejected(int first, int second, double share) {
    double[] orders = orders(first, second);
    double allowed = share * Arrays.stream(orders).sum();
    double so = 0;
    int values = 0;
    while (values < orders.length && so + orders[values] <= allowed) so += orders[values++];
    return values;
  }

  /**
   * In how many orders of the values of both sides U is 0, 1, 2 …: the coefficients of the Gaussian
   * binomial, factor by factor (1 − q^(second + i)) / (1 − q^i).
   */
  private static double[] orders(int first, int second) {
    double[] counts = new double[first * second + 1];
    counts[0] = 1;
    for (int i = 1; i <= first; i++) {
      for (int u = counts.length - 1; u >= second + i; u--) counts[u] -= counts[u - second - i];
      for (int u = i; u < counts.length; u++) counts[u] += counts[u - i];
    }
    return counts;
  }
}
