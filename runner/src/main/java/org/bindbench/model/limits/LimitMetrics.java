package org.bindbench.model.limits;

import static org.bindbench.model.metric.Direction.HIGHER_IS_BETTER;
import static org.bindbench.model.metric.Direction.LOWER_IS_BETTER;
import static org.bindbench.model.metric.Direction.NEITHER;

import org.bindbench.model.metric.Metric;

/** The metrics of breaking points. */
public final class LimitMetrics {
  /** The smallest heap, {@code -Xms} and {@code -Xmx} alike, that every try got through with. */
  public static final Metric SMALLEST_HEAP =
      Metric.measured("smallest_heap", "bytes", LOWER_IS_BETTER);

  /** The most guests that were open at once in every try. */
  public static final Metric MOST_CONTEXTS =
      Metric.measured("most_contexts", "contexts", HIGHER_IS_BETTER);

  /** The next size tried, which failed, in the unit of what was found. */
  public static final Metric FAILED_SIZE = Metric.measured("failed_size", "", NEITHER);

  /** How much the larger of both sizes exceeds the smaller: the resolution of what was found. */
  public static final Metric STEP = Metric.measured("limit_step", "%", NEITHER);

  /** Workers that were started for one search. */
  public static final Metric TRIES = Metric.measured("tries", "", NEITHER);

  /** The heap that contexts had, or in which a rate was measured. */
  public static final Metric HEAP = Metric.measured("heap", "bytes", NEITHER);

  /** Share of the wall time that the collector took by its own count. */
  public static final Metric GC_SHARE = Metric.measured("gc_share", "%", LOWER_IS_BETTER);

  /** Only in samples: the size of each try, in the order they ran. */
  public static final Metric TRIED_SIZE = Metric.measured("tried_size", "", NEITHER);

  /** Only in samples: the number of the {@link Ending} of each try, in the same order. */
  public static final Metric TRIED_ENDING = Metric.measured("tried_ending", "", NEITHER);

  private LimitMetrics() {}
}
