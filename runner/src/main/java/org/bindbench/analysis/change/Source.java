package org.bindbench.analysis.change;

import java.util.Set;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Where a metric's values come from, which decides what it means when they repeat exactly. */
public enum Source {
  /**
   * Read from a clock: times, rates, and what is fitted to times. Values that repeat exactly mean a
   * clock that is broken or too coarse.
   */
  CLOCKED,
  /** Counted, such as bytes, shares and faults. Values may repeat exactly. */
  COUNTED;

  private static final Set<String> TIMES = Set.of("ns", "us", "µs", "ms", "s", "min", "h");

  private static final Set<String> FITTED_TO_TIMES =
      Set.of(Metrics.TIME_EXPONENT.id(), Metrics.CPU_PER_WALL.id(), Metrics.SCALING.id());

  /** The source of a metric, told by its unit. */
  public static Source of(Metric metric) {
    String unit = metric.unit();
    return unit.endsWith("/s")
            || TIMES.contains(unit.split("/", 2)[0])
            || FITTED_TO_TIMES.contains(metric.id())
        ? CLOCKED
        : COUNTED;
  }
}
