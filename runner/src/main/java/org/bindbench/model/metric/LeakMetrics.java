package org.bindbench.model.metric;

import static org.bindbench.model.metric.Direction.NEITHER;

import java.util.Set;

/**
 * What the leak protocol measures beside {@link Metrics#CYCLE_LIVE_BYTES} and {@link
 * Metrics#GROWTH_TOTAL}: where the growth of all cycles was kept. The three add up to it.
 */
public final class LeakMetrics {
  private LeakMetrics() {}

  /** The word that cases of the protocol declare. */
  public static final String PROTOCOL = "leak";

  /** Growth that was free again once the functions of the case were let go. */
  public static final Metric KEPT_BY_CASE = Metric.measured("kept_by_case", "bytes", NEITHER);

  /** Growth that was free again once the interpreter was closed. */
  public static final Metric KEPT_BY_GUEST = Metric.measured("kept_by_guest", "bytes", NEITHER);

  /** Growth that was still there then: kept by the engine, by the library or by the JVM. */
  public static final Metric KEPT_OUTSIDE = Metric.measured("kept_outside", "bytes", NEITHER);

  /** Ids of those that may be less than nothing: a heap may also shrink. */
  static final Set<String> SIGNED =
      Set.of(KEPT_BY_CASE.id(), KEPT_BY_GUEST.id(), KEPT_OUTSIDE.id());
}
