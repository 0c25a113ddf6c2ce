package org.bindbench.analysis.precision;

import java.util.List;
import org.bindbench.analysis.Summaries;

/**
 * How far the forks of a row lie apart, and what that means for its interval.
 *
 * @param rank how much the row matters, 0 the most, see {@link org.bindbench.analysis.Importance}
 * @param forks number of forks, 2 or more
 * @param logDeviation sample standard deviation of the logarithms of their values
 */
public record Spread(int rank, int forks, double logDeviation) {
  public Spread {
    if (forks < 2) throw new IllegalArgumentException(forks + " forks have no spread");
    if (!(logDeviation >= 0))
      throw new IllegalArgumentException("a deviation is not " + logDeviation);
  }

  /** The spread of two or more positive values. */
  public static Spread of(int rank, List<Double> forkValues) {
    double[] values = forkValues.stream().mapToDouble(Double::doubleValue).toArray();
    return new Spread(rank, values.length, Summaries.deviation(Summaries.logarithms(values)));
  }

  /**
   * Expected half width of the 95 % interval, on logarithms: t(n − 1)·s/√n. Up to a tenth or so it
   * is the ± of the interval.
   */
  public double halfWidth() {
    return halfWidth(forks);
  }

  /** By how much one more fork is expected to narrow that, the deviation staying what it is. */
  public double gain() {
    return halfWidth(forks) - halfWidth(forks + 1);
  }

  private double halfWidth(int number) {
    return Summaries.tQuantile(number - 1.0) * logDeviation / Math.sqrt(number);
  }
}
