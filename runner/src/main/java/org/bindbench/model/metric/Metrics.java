package org.bindbench.model.metric;

import static org.bindbench.model.metric.Direction.HIGHER_IS_BETTER;
import static org.bindbench.model.metric.Direction.LOWER_IS_BETTER;
import static org.bindbench.model.metric.Direction.NEITHER;

import java.util.List;
import java.util.Set;

/** The metrics that Bindbench itself measures, so that who delivers and who judges agree. */
public final class Metrics {
  private Metrics() {}

  /**
   * The integer that {@code run(1000)} returned, the same in every language and engine; judged for
   * agreement, never summarised.
   */
  public static final Metric ANSWER = Metric.measured("answer", "", NEITHER);

  /** Wall time of one timed call, the raw reading of the rate protocol; only in samples. */
  public static final Metric ELAPSED_NANOS = Metric.measured("elapsed_nanos", "ns", NEITHER);

  /** Bytes that the guest's thread allocated per operation. */
  public static final Metric ALLOCATED_BYTES =
      Metric.measured("allocated_bytes", "bytes/op", LOWER_IS_BETTER);

  /**
   * CPU time that the process used while its calls were timed, as a multiple of their wall time:
   * near 1 for a single busy thread, more where the compiler or the collector worked beside it,
   * less where the machine gave the time to others.
   */
  public static final Metric CPU_PER_WALL = Metric.measured("cpu_per_wall", "ratio", NEITHER);

  /**
   * CPU time of the process while its calls were timed, less what the compilers used of it, over
   * the operations of those calls. The collector's share stays: it clears up after the case.
   */
  public static final Metric CPU_PER_OPERATION =
      Metric.measured("cpu_nanos_per_operation", "ns/op", LOWER_IS_BETTER);

  /** Guest time of the warm-up, where it ended by a rule rather than by a schedule. */
  public static final Metric WARM_UP_TIME = Metric.measured("warm_up_time", "s", NEITHER);

  /** 1 where the warm-up ended because the case had settled, 0 where it reached its cap. */
  public static final Metric WARM_UP_SETTLED = Metric.measured("warm_up_settled", "", NEITHER);

  /**
   * Operations that a self-check ran beyond those it counted, in percent of these. A rate with this
   * metric is wrong on purpose.
   */
  public static final Metric PLANTED = Metric.measured("planted_operations", "%", NEITHER);

  /**
   * Time of a loop of fixed work in plain Java, read when a timed trial has ended: how fast the
   * machine was at that moment.
   */
  public static final Metric RULER = Metric.measured("ruler_nanos", "ns", NEITHER);

  /**
   * Time of a call of 2 n operations over that of n: near 2 where the work is done, near 1 where
   * the compiler removed it.
   */
  public static final Metric SCALING = Metric.measured("scaling", "ratio", NEITHER);

  /** Live heap that one kept object costs, after repeated collection. */
  public static final Metric RETAINED_BYTES =
      Metric.measured("retained_bytes", "bytes/object", LOWER_IS_BETTER);

  /** Share of the retained bytes that is free again once the roots are dropped. */
  public static final Metric CLEANUP_EFFICIENCY =
      Metric.measured("cleanup_efficiency", "%", HIGHER_IS_BETTER);

  /** Time from dropping the roots until the live heap no longer shrinks. */
  public static final Metric RECOVERY_TIME =
      Metric.measured("recovery_time", "ms", LOWER_IS_BETTER);

  /** Share of weak references that the first collection after dropping the owners cleared. */
  public static final Metric CLEARED_FIRST =
      Metric.measured("cleared_first", "%", HIGHER_IS_BETTER);

  /** Time from dropping the owners until every weak reference is cleared. */
  public static final Metric CLEAR_TIME = Metric.measured("clear_time", "ms", LOWER_IS_BETTER);

  /** Share of weak references whose callback ran before the deadline. */
  public static final Metric CALLED = Metric.measured("called", "%", HIGHER_IS_BETTER);

  /** Time from dropping the owners until every callback has run. */
  public static final Metric CALLBACKS_TIME =
      Metric.measured("callbacks_time", "ms", LOWER_IS_BETTER);

  /** Live heap after a cycle's objects were dropped; only in samples. */
  public static final Metric CYCLE_LIVE_BYTES =
      Metric.measured("cycle_live_bytes", "bytes", NEITHER);

  /** Slope of the live heap over cycles of creating and dropping the same objects. */
  public static final Metric GROWTH_PER_CYCLE =
      Metric.measured("growth_per_cycle", "bytes/cycle", LOWER_IS_BETTER);

  /** Live heap after the last cycle less that before the first. */
  public static final Metric GROWTH_TOTAL =
      Metric.measured("growth_total", "bytes", LOWER_IS_BETTER);

  /** Time from dropping a cycle's objects until the live heap no longer shrinks. */
  public static final Metric RELEASE_TIME = Metric.measured("release_time", "ms", LOWER_IS_BETTER);

  /** Wall time of {@code run(n)}, with n as its operations; only in samples. */
  public static final Metric SIZE_NANOS = Metric.measured("size_nanos", "ns", NEITHER);

  /** Live heap that what {@code run(n)} returns keeps; only in samples. */
  public static final Metric SIZE_BYTES = Metric.measured("size_bytes", "bytes", NEITHER);

  /** Slope of the time of {@code run(n)} over n on log-log axes: 1 where time follows the size. */
  public static final Metric TIME_EXPONENT =
      Metric.measured("time_exponent", "exponent", LOWER_IS_BETTER);

  /** Slope of the bytes that {@code run(n)} keeps over n on log-log axes. */
  public static final Metric MEMORY_EXPONENT =
      Metric.measured("memory_exponent", "exponent", LOWER_IS_BETTER);

  /** Time of {@code run(n)} at the largest size. */
  public static final Metric LARGEST_TIME = Metric.measured("largest_time", "ms", LOWER_IS_BETTER);

  /** Bytes that {@code run(n)} keeps at the largest size. */
  public static final Metric LARGEST_BYTES =
      Metric.measured("largest_bytes", "bytes", LOWER_IS_BETTER);

  /** Messages lost or doubled and counts that are wrong after guests used shared objects. */
  public static final Metric FAULTS = Metric.measured("faults", "", LOWER_IS_BETTER);

  /** Guests that raised an exception. */
  public static final Metric EXCEPTIONS = Metric.measured("exceptions", "", LOWER_IS_BETTER);

  /** Operations of all guests together over the time from their start to the last one's end. */
  public static final Metric THROUGHPUT = Metric.measured("throughput", "operations/s", NEITHER);

  /** Share of the live heap that guests added which is free again once they are closed. */
  public static final Metric MEMORY_BACK = Metric.measured("memory_back", "%", HIGHER_IS_BETTER);

  /** What a plain script ended with; 0 is success. */
  public static final Metric EXIT_STATUS = Metric.measured("exit_status", "", NEITHER);

  /** Wall time of a whole plain script. */
  public static final Metric WALL_TIME = Metric.measured("wall_time", "ms", LOWER_IS_BETTER);

  /** CPU time of the process while a plain script ran. */
  public static final Metric CPU_TIME = Metric.measured("cpu_time", "ms", LOWER_IS_BETTER);

  /** Live heap before a plain script ran, after collection. */
  public static final Metric LIVE_BEFORE = Metric.measured("live_before", "bytes", NEITHER);

  /** Heap in use when a plain script ended, its garbage included. */
  public static final Metric USED_AFTER = Metric.measured("used_after", "bytes", NEITHER);

  /** Live heap that a plain script left behind, after collection. */
  public static final Metric LIVE_COLLECTED =
      Metric.measured("live_collected", "bytes", LOWER_IS_BETTER);

  /** Ids of the metrics that may be less than nothing: a heap may also shrink. */
  static final Set<String> SIGNED = Set.of(GROWTH_PER_CYCLE.id(), GROWTH_TOTAL.id());

  /** The id of {@link #rate}, whose unit differs by case. */
  public static final String RATE = "rate";

  /**
   * Operations per second of the rate protocol.
   *
   * @param unit plural of what the case's operation makes or does: {@code objects}, {@code calls}
   */
  public static Metric rate(String unit) {
    return Metric.measured(RATE, unit + "/s", HIGHER_IS_BETTER);
  }

  /** Every metric with one unit, in the order of the protocols: all but {@link #rate}. */
  public static List<Metric> all() {
    return List.of(
        ANSWER,
        ELAPSED_NANOS,
        ALLOCATED_BYTES,
        CPU_PER_WALL,
        CPU_PER_OPERATION,
        WARM_UP_TIME,
        WARM_UP_SETTLED,
        PLANTED,
        RULER,
        SCALING,
        RETAINED_BYTES,
        CLEANUP_EFFICIENCY,
        RECOVERY_TIME,
        CLEARED_FIRST,
        CLEAR_TIME,
        CALLED,
        CALLBACKS_TIME,
        CYCLE_LIVE_BYTES,
        GROWTH_PER_CYCLE,
        GROWTH_TOTAL,
        RELEASE_TIME,
        SIZE_NANOS,
        SIZE_BYTES,
        TIME_EXPONENT,
        MEMORY_EXPONENT,
        LARGEST_TIME,
        LARGEST_BYTES,
        FAULTS,
        EXCEPTIONS,
        THROUGHPUT,
        MEMORY_BACK,
        EXIT_STATUS,
        WALL_TIME,
        CPU_TIME,
        LIVE_BEFORE,
        USED_AFTER,
        LIVE_COLLECTED);
  }

  /** A number that a plain script printed and the host only read. */
  public static Metric reported(String id, String unit, Direction direction) {
    return new Metric(id, unit, direction, true);
  }
}
