package org.bindbench.analysis.precision;

import java.util.List;
import java.util.OptionalInt;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.change.DetectableChange;
import org.bindbench.model.metric.Metrics;

/** What a run could see: the smallest change that would show against another run like it. */
public final class Resolution {
  /** The figures that versions are compared by: one per row. */
  public static final List<String> METRICS = List.of(Metrics.RATE, Metrics.RETAINED_BYTES.id());

  /** Beyond so many forks a row wants a steadier measurement, not more of them. */
  public static final int MOST_FORKS = 50;

  private Resolution() {}

  /**
   * The least worsening, as a share, that {@link DetectableChange} finds where the other side has
   * as many forks that vary like these.
   *
   * @return 0 where forks repeat exactly; NaN for other metrics than {@link #METRICS}, below 3
   *     forks, and where a fork's value is not positive
   */
  public static double of(Summary summary) {
    int forks = summary.forkValues().size();
    return DetectableChange.of(logDeviation(summary), forks, forks);
  }

  /**
   * The fewest forks a side that would show a worsening of that size.
   *
   * @return empty where nothing is known of the spread, or it takes more than {@link #MOST_FORKS}
   */
  public static OptionalInt forksToSee(Summary summary, double change) {
    double deviation = logDeviation(summary);
    if (!(DetectableChange.of(deviation, MOST_FORKS, MOST_FORKS) <= change))
      return OptionalInt.empty();
    int tooFew = Summaries.FEWEST_FORKS - 1;
    int enough = MOST_FORKS;
    while (enough - tooFew > 1) { // the more forks, the smaller the change: halve
      int forks = (tooFew + enough) / 2;
      if (DetectableChange.of(deviation, forks, forks) <= change) enough = forks;
      else tooFew = forks;
    }
    return OptionalInt.of(enough);
  }

  private static double logDeviation(Summary summary) {
    double[] values = summary.forkValues().stream().mapToDouble(Double::doubleValue).toArray();
    return METRICS.contains(summary.metric().id()) && Summaries.allPositive(values)
        ? Summaries.deviation(Summaries.logarithms(values))
        : Double.NaN;
  }
}
