package org.bindbench.analysis.growth;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;

/**
 * A line's slope that single outliers do not move: the median slope of all pairs of points of the
 * same series (Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 1968).
 * Several series, each with a level of its own, give one slope as the seasons of a year do
 * (Gilbert, "Statistical Methods for Environmental Pollution Monitoring", 1987, chapters 16 and
 * 17).
 */
public final class TheilSen {
  private TheilSen() {}

  /**
   * Points in the order of x.
   *
   * @param x rising
   * @param y as many, finite
   */
  public record Series(List<Double> x, List<Double> y) {
    public Series {
      x = List.copyOf(x);
      y = List.copyOf(y);
      if (x.size() != y.size())
        throw new IllegalArgumentException(x.size() + " values of x for " + y.size() + " of y");
      for (int i = 1; i < x.size(); i++)
        if (!(x.get(i) > x.get(i - 1)))
          throw new IllegalArgumentException("x must rise, but is " + x);
      if (!y.stream().allMatch(Double::isFinite))
        throw new IllegalArgumentException("y must be finite, but is " + y);
    }

    double[] slopes() {
      double[] slopes = new double[x.size() * (x.size() - 1) / 2];
      int next = 0;
      for (int i = 0; i < x.size(); i++)
        for (int j = i + 1; j < x.size(); j++)
          slopes[next++] = (y.get(j) - y.get(i)) / (x.get(j) - x.get(i));
      return slopes;
    }

    /** Variance of Kendall's S where nothing grows, corrected for ties in y. */
    double kendallVariance() {
      Map<Double, Integer> ties = new HashMap<>();
      y.forEach(value -> ties.merge(value, 1, Integer::sum));
      return (term(y.size()) - ties.values().stream().mapToDouble(Series::term).sum()) / 18;
    }

    private static double term(int n) {
      return (double) n * (n - 1) * (2 * n + 5);
    }
  }

  /** The slope; empty where no series has two points. */
  public static Optional<Double> slope(List<Series> all) {
    double[] slopes = sorted(all);
    return slopes.length == 0 ? Optional.empty() : Optional.of(Summaries.quantile(slopes, 0.5));
  }

  /** The slope with its 95 % interval; empty where there are too few points for one. */
  public static Optional<Estimate> estimate(List<Series> all) {
    return estimate(all, Summaries.LEVEL);
  }

  static Optional<Estimate> estimate(List<Series> all, double level) {
    double[] slopes = sorted(all);
    double variance = all.stream().mapToDouble(Series::kendallVariance).sum();
    double quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    int outside = (int) Math.floor((slopes.length - quantile * Math.sqrt(variance)) / 2);
    if (outside < 1) return Optional.empty();
    return Optional.of(
        new Estimate(
            Summaries.quantile(slopes, 0.5),
            slopes[outside - 1],
            slopes[slopes.length - outside],
            level));
  }

  private static double[] sorted(List<Series> all) {
    double[] slopes = all.stream().map(Series::slopes).flatMapToDouble(Arrays::stream).toArray();
    Arrays.sort(slopes);
    return slopes;
  }
}
