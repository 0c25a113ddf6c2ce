package org.bindbench.model.metric;

import static org.bindbench.model.metric.Direction.HIGHER_IS_BETTER;
import static org.bindbench.model.metric.Direction.LOWER_IS_BETTER;
import static org.bindbench.model.metric.Direction.NEITHER;

import java.util.List;

/**
 * The metrics of the protocol {@code gc}: what the collector did while a script loaded it. All are
 * of the part of the load that counts, and of collections that the collector began by itself unless
 * they say otherwise. Source of each figure: {@code org.bindbench.worker.flight}.
 */
public final class PauseMetrics {
  private PauseMetrics() {}

  /** Type-7 median of the pauses of all forks. */
  public static final Metric PAUSE_P50 = Metric.measured("pause_p50", "ms", LOWER_IS_BETTER);

  /** Type-7 95th percentile of the pauses of all forks; needs 59 of them. */
  public static final Metric PAUSE_P95 = Metric.measured("pause_p95", "ms", LOWER_IS_BETTER);

  /** Type-7 99th percentile of the pauses of all forks; needs 299 of them. */
  public static final Metric PAUSE_P99 = Metric.measured("pause_p99", "ms", LOWER_IS_BETTER);

  /** The longest pause; 0 where there was none. */
  public static final Metric PAUSE_LONGEST =
      Metric.measured("pause_longest", "ms", LOWER_IS_BETTER);

  /** Pauses. */
  public static final Metric PAUSES = Metric.measured("pauses", "", NEITHER);

  /** Share of the time in which a pause stopped the script, forced pauses included. */
  public static final Metric PAUSED_SHARE = Metric.measured("paused_share", "%", LOWER_IS_BETTER);

  /** The longest time that threads took to stop for a pause, which is no part of it. */
  public static final Metric SAFEPOINT_LONGEST =
      Metric.measured("safepoint_longest", "ms", LOWER_IS_BETTER);

  /** Share of the time in which the script waited for memory that the collector had yet to free. */
  public static final Metric STALLED_SHARE = Metric.measured("stalled_share", "%", LOWER_IS_BETTER);

  /** Share of the time in which a phase of the collector ran beside the script. */
  public static final Metric CONCURRENT_SHARE = Metric.measured("concurrent_share", "%", NEITHER);

  /** Share of the process's CPU time that the collector's threads used. */
  public static final Metric COLLECTOR_CPU =
      Metric.measured("collector_cpu_share", "%", LOWER_IS_BETTER);

  /** Collections of the young generation alone, per 1,000 operations. */
  public static final Metric YOUNG_COLLECTIONS =
      Metric.measured("young_collections", "/1,000 operations", LOWER_IS_BETTER);

  /** Collections that take in old regions, per 1,000 operations. */
  public static final Metric OLD_COLLECTIONS =
      Metric.measured("old_collections", "/1,000 operations", LOWER_IS_BETTER);

  /** Those of the old collections that stop the script for the whole heap. */
  public static final Metric FULL_COLLECTIONS = Metric.measured("full_collections", "", NEITHER);

  /** Collections that the script or a tool asked for. */
  public static final Metric FORCED_COLLECTIONS =
      Metric.measured("forced_collections", "", NEITHER);

  /** Bytes that young collections moved to the old generation, per operation. */
  public static final Metric PROMOTED_BYTES =
      Metric.measured("promoted_bytes", "bytes/op", LOWER_IS_BETTER);

  /** Bytes that the script's thread allocated, per second. */
  public static final Metric ALLOCATION_RATE =
      Metric.measured("allocation_rate", "bytes/s", NEITHER);

  /** Bytes that all threads allocated, per second. */
  public static final Metric TOTAL_ALLOCATION_RATE =
      Metric.measured("total_allocation_rate", "bytes/s", NEITHER);

  /** Bytes freed per millisecond of CPU time of the collector's threads. */
  public static final Metric FREED_PER_MILLISECOND =
      Metric.measured("freed_per_millisecond", "bytes/ms", HIGHER_IS_BETTER);

  /** Operations over the time of the calls that did them, pauses included. */
  public static final Metric THROUGHPUT =
      Metric.measured("load_throughput", "operations/s", HIGHER_IS_BETTER);

  /** Most of the heap that was in use when a collection began or ended. */
  public static final Metric PEAK_HEAP = Metric.measured("peak_heap", "bytes", LOWER_IS_BETTER);

  /** One pause, numbered by its collection as the JVM's log does; only in samples. */
  public static final Metric PAUSE = Metric.measured("pause", "ms", NEITHER);

  /** One pause of a forced collection, numbered the same way; only in samples. */
  public static final Metric FORCED_PAUSE = Metric.measured("forced_pause", "ms", NEITHER);

  /** Every one of them. */
  public static List<Metric> all() {
    return List.of(
        PAUSE_P50,
        PAUSE_P95,
        PAUSE_P99,
        PAUSE_LONGEST,
        PAUSES,
        PAUSED_SHARE,
        SAFEPOINT_LONGEST,
        STALLED_SHARE,
        CONCURRENT_SHARE,
        COLLECTOR_CPU,
        YOUNG_COLLECTIONS,
        OLD_COLLECTIONS,
        FULL_COLLECTIONS,
        FORCED_COLLECTIONS,
        PROMOTED_BYTES,
        ALLOCATION_RATE,
        TOTAL_ALLOCATION_RATE,
        FREED_PER_MILLISECOND,
        THROUGHPUT,
        PEAK_HEAP,
        PAUSE,
        FORCED_PAUSE);
  }
}
