package org.bindbench.analysis.steady;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.bindbench.analysis.Summaries;

/**
 * Change points in mean and variance: the exact optimum of the penalised normal likelihood by
 * pruned dynamic programming (Killick, Fearnhead &amp; Eckley, "Optimal detection of changepoints
 * with a linear computational cost", JASA 2012). Linear time is expected where changes come
 * regularly, quadratic at worst.
 *
 * <p>A stretch without any spread would have an infinite likelihood, and every few equal readings
 * would become a segment. The deviation of a segment is therefore taken as at least 0.1 % of the
 * series' median (of its largest reading where the median is 0). The cost stays twice a negative
 * log-likelihood, maximised over deviations from that floor up, so pruning remains exact.
 */
public final class Pelt {
  private static final double LEAST_RELATIVE_DEVIATION = 1e-3;
  private static final double PENALTY_PER_LOG_LENGTH = 15;

  private final int shortest;
  private final double penalty;
  private final double[] sums;
  private final double[] squares;

  /**
   * Where the series changes, with the penalty 15·ln n of Barrett et al. 2017.
   *
   * @param series finite readings
   * @param shortest fewest readings in a segment, at least 2
   * @return the index that each segment but the first begins at, ascending
   */
  public static int[] changes(double[] series, int shortest) {
    return changes(series, shortest, PENALTY_PER_LOG_LENGTH * Math.log(series.length));
  }

  static int[] changes(double[] series, int shortest, double penalty) {
    if (shortest < 2)
      throw new IllegalArgumentException("a segment needs 2 readings, not " + shortest);
    for (double reading : series)
      if (!Double.isFinite(reading))
        throw new IllegalArgumentException("a reading must be finite, but is " + reading);
    if (series.length < 2 * shortest) return new int[0];
    return new Pelt(series, shortest, penalty).optimum();
  }

  /** The stretches between the changes, in order; one where nothing changes. */
  static List<Level> levels(double[] series, int shortest) {
    List<Level> levels = new ArrayList<>();
    int from = 0;
    for (int change : changes(series, shortest)) {
      levels.add(Level.of(series, from, change));
      from = change;
    }
    levels.add(Level.of(series, from, series.length));
    return levels;
  }

  /** Prefix sums of the readings, centred and scaled so that the floor of the variance is 1. */
  private Pelt(double[] series, int shortest, double penalty) {
    this.shortest = shortest;
    this.penalty = penalty;
    double centre = Summaries.quantile(series, 0.5);
    double size =
        centre != 0 ? Math.abs(centre) : Arrays.stream(series).map(Math::abs).max().orElseThrow();
    double scale = size == 0 ? 1 : LEAST_RELATIVE_DEVIATION * size;
    sums = new double[series.length + 1];
    squares = new double[series.length + 1];
    for (int i = 0; i < series.length; i++) {
      double reading = (series[i] - centre) / scale;
      sums[i + 1] = sums[i] + reading;
      squares[i + 1] = squares[i] + reading * reading;
    }
  }

  private int[] optimum() {
    int length = sums.length - 1;
    double[] best = new double[length + 1];
    int[] previous = new int[length + 1];
    int[] uselessFrom = new int[length + 1];
    Arrays.fill(uselessFrom, Integer.MAX_VALUE);
    best[0] = -penalty;
    List<Integer> candidates = new ArrayList<>();
    for (int end = shortest; end <= length; end++) {
      int newest = end - shortest;
      if (newest == 0 || newest >= shortest) candidates.add(newest);
      int now = end;
      candidates.removeIf(candidate -> uselessFrom[candidate] <= now);
      best[end] = Double.POSITIVE_INFINITY;
      for (int candidate : candidates) {
        double total = best[candidate] + cost(candidate, end) + penalty;
        if (total < best[end]) {
          best[end] = total;
          previous[end] = candidate;
        }
      }
      // A change at `end` beats these from the first moment that it is long enough to be one.
      for (int candidate : candidates)
        if (uselessFrom[candidate] == Integer.MAX_VALUE
            && best[candidate] + cost(candidate, end) >= best[end])
          uselessFrom[candidate] = end + shortest;
    }
    return walkBack(previous);
  }

  private static int[] walkBack(int[] previous) {
    Deque<Integer> changes = new ArrayDeque<>();
    for (int at = previous[previous.length - 1]; at > 0; at = previous[at]) changes.push(at);
    return changes.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Twice the negative log-likelihood of a segment, up to a constant per reading. */
  private double cost(int from, int to) {
    double length = to - from;
    double mean = (sums[to] - sums[from]) / length;
    double spread = Math.max(0, (squares[to] - squares[from]) / length - mean * mean);
    double variance = Math.max(1, spread);
    return length * (Math.log(variance) + spread / variance);
  }
}
