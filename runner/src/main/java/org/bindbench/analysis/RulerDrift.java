package org.bindbench.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Whether the machine changed its speed during a run, told by a loop of known work, the ruler, that
 * is timed at the end of every fork. A machine that moved was not fit to compare times on; figures
 * are not scaled by it.
 */
public final class RulerDrift {
  /** Fewest readings that tell, three in each half. */
  public static final int FEWEST_READINGS = 6;

  /** Largest ratio of the medians of the two halves, less 1, that still counts as one speed. */
  public static final double TOLERANCE = 0.05;

  private RulerDrift() {}

  /**
   * Why times of this run cannot be compared; empty where the ruler stayed within 5 % or there are
   * too few readings.
   *
   * @param nanosInTimeOrder readings of the ruler, one per fork, in the order that the forks ran;
   *     where their number is odd, the one in the middle belongs to neither half
   */
  public static Optional<String> between(List<Double> nanosInTimeOrder) {
    for (double nanos : nanosInTimeOrder)
      if (!(nanos > 0) || Double.isInfinite(nanos))
        throw new IllegalArgumentException("a ruler's reading must be a time, but is " + nanos);
    int count = nanosInTimeOrder.size();
    if (count < FEWEST_READINGS) return Optional.empty();
    double first = median(nanosInTimeOrder.subList(0, count / 2));
    double second = median(nanosInTimeOrder.subList(count - count / 2, count));
    double slower = Math.max(first, second);
    double faster = Math.min(first, second);
    if (slower <= faster * (1 + TOLERANCE)) return Optional.empty();
    return Optional.of(
        "the machine became "
            + (second > first ? "slower" : "faster")
            + " by "
            + Figures.percent(slower / faster - 1)
            + " between the first and the second half of the run");
  }

  private static double median(List<Double> values) {
    return Summaries.quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
  }
}
