package org.bindbench.analysis.trend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.growth.TheilSen;

/**
 * Theil-Sen's slope of a series whose levels lie between changes. Since it looks at all pairs,
 * readings beyond {@value #MOST} are first brought to as many medians of neighbours.
 */
final class Slope {
  static final int MOST = 100;

  private final double[] days;
  private final double[] values;

  /**
   * A series over time.
   *
   * @param days time of each reading in days, not falling
   */
  Slope(double[] days, double[] values) {
    this.days = days;
    this.values = values;
  }

  /** Change over a day with its interval; empty where there are too few readings for one. */
  Optional<Estimate> perDay(List<Integer> changes) {
    List<TheilSen.Series> levels = new ArrayList<>();
    int from = 0;
    int block = (values.length + MOST - 1) / MOST;
    for (int i = 0; i <= changes.size(); i++) {
      int to = i < changes.size() ? changes.get(i) : values.length;
      levels.add(level(from, to, block));
      from = to;
    }
    return TheilSen.estimate(levels);
  }

  Duration span() {
    return Duration.ofMillis(Math.round((days[days.length - 1] - days[0]) * 86_400_000));
  }

  /** Blocks of readings, and all of one time, as their medians. */
  private TheilSen.Series level(int from, int to, int block) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int begin = from; begin < to; ) {
      int end = Math.min(begin + block, to);
      while (end < to && days[end] == days[end - 1]) end++;
      x.add(RobustScale.median(Arrays.copyOfRange(days, begin, end)));
      y.add(RobustScale.median(Arrays.copyOfRange(values, begin, end)));
      begin = end;
    }
    return new TheilSen.Series(x, y);
  }
}
