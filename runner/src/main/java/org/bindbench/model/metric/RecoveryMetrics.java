package org.bindbench.model.metric;

import static org.bindbench.model.metric.Direction.HIGHER_IS_BETTER;
import static org.bindbench.model.metric.Direction.LOWER_IS_BETTER;
import static org.bindbench.model.metric.Direction.NEITHER;

import java.util.List;

/** What is measured of memory that comes back after stress, in one list so that all agree. */
public final class RecoveryMetrics {
  private RecoveryMetrics() {}

  /** Protocol: objects are let go in the way that the parameter {@code release} says. */
  public static final String RECOVERY = "recovery";

  /** The parameter that says how, an id of {@link Release}. */
  public static final String RELEASE = "release";

  /** Protocol: heap that the JVM gives back to the system. */
  public static final String GIVEN_BACK = "given_back";

  /** Share of the memory that was taken which is free again. */
  public static final Metric RECOVERED = Metric.measured("recovered", "%", HIGHER_IS_BETTER);

  /** Time from letting go until the live heap no longer shrinks. */
  public static final Metric STABLE_AFTER = Metric.measured("stable_after", "ms", LOWER_IS_BETTER);

  /** Share that is free though nobody asked for a collection, while the script works on. */
  public static final Metric RECOVERED_UNASKED =
      Metric.measured("recovered_unasked", "%", HIGHER_IS_BETTER);

  /** Share of the heap that was taken from the system which is the system's again. */
  public static final Metric HEAP_GIVEN_BACK =
      Metric.measured("heap_given_back", "%", HIGHER_IS_BETTER);

  /** The same of what the process has in RAM. */
  public static final Metric PROCESS_GIVEN_BACK =
      Metric.measured("process_given_back", "%", HIGHER_IS_BETTER);

  /** Time from letting go until the committed heap had reached its lowest. */
  public static final Metric GIVEN_BACK_AFTER =
      Metric.measured("given_back_after", "ms", LOWER_IS_BETTER);

  /** Heap that was committed before objects were made. */
  public static final Metric COMMITTED_BEFORE =
      Metric.measured("committed_before", "bytes", NEITHER);

  /** Heap that was committed with the objects. */
  public static final Metric COMMITTED_WITH = Metric.measured("committed_with", "bytes", NEITHER);

  /** Heap that stayed committed once they were gone. */
  public static final Metric COMMITTED_AFTER = Metric.measured("committed_after", "bytes", NEITHER);

  /** The process in RAM before objects were made. */
  public static final Metric RESIDENT_BEFORE = Metric.measured("resident_before", "bytes", NEITHER);

  /** The process in RAM with the objects. */
  public static final Metric RESIDENT_WITH = Metric.measured("resident_with", "bytes", NEITHER);

  /** The process in RAM once they were gone. */
  public static final Metric RESIDENT_AFTER = Metric.measured("resident_after", "bytes", NEITHER);

  /** Every one of them. */
  public static List<Metric> all() {
    return List.of(
        RECOVERED,
        STABLE_AFTER,
        RECOVERED_UNASKED,
        HEAP_GIVEN_BACK,
        PROCESS_GIVEN_BACK,
        GIVEN_BACK_AFTER,
        COMMITTED_BEFORE,
        COMMITTED_WITH,
        COMMITTED_AFTER,
        RESIDENT_BEFORE,
        RESIDENT_WITH,
        RESIDENT_AFTER);
  }
}
