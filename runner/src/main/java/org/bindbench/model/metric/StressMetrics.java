package org.bindbench.model.metric;

import static org.bindbench.model.metric.Direction.HIGHER_IS_BETTER;
import static org.bindbench.model.metric.Direction.LOWER_IS_BETTER;
import static org.bindbench.model.metric.Direction.NEITHER;

import java.util.List;

/** What is measured of a guest under memory pressure, in one list so that all agree. */
public final class StressMetrics {
  private StressMetrics() {}

  /** Protocol: the live set is raised step by step. */
  public static final String PRESSURE = "pressure";

  /** Protocol: tasks are served by a pool of guests. */
  public static final String POOL = "pool";

  /** Protocol: blocks of many sizes, of which every third is let go. */
  public static final String FRAGMENTATION = "fragmentation";

  /** Operations a second at a step, with the step as its operations; only in samples. */
  public static final Metric STEP_THROUGHPUT =
      Metric.measured("step_throughput", "operations/s", NEITHER);

  /** Share of a step's time that the collector worked; only in samples. */
  public static final Metric STEP_COLLECTING = Metric.measured("step_collecting", "%", NEITHER);

  /** Live heap that a step worked beside; only in samples. */
  public static final Metric STEP_LIVE_BYTES = Metric.measured("step_live_bytes", "bytes", NEITHER);

  /** Share of a step's answers that were right; only in samples. */
  public static final Metric STEP_RIGHT = Metric.measured("step_right", "%", NEITHER);

  /** How a step ended, a {@link StepEnd#code}; only in samples, one for each planned step. */
  public static final Metric STEP_END = Metric.measured("step_end", "", NEITHER);

  /** Largest share of the heap that was live while all answers came and were right. */
  public static final Metric PRESSURE_REACHED =
      Metric.measured("pressure_reached", "%", HIGHER_IS_BETTER);

  /** Throughput of the last step that passed in percent of the fastest one's. */
  public static final Metric THROUGHPUT_KEPT =
      Metric.measured("throughput_kept", "%", HIGHER_IS_BETTER);

  /** Share of its time that the collector worked at the last step that passed. */
  public static final Metric COLLECTING_SHARE =
      Metric.measured("collecting_share", "%", LOWER_IS_BETTER);

  /** The score of a trial in steps, from 0 to 100. */
  public static final Metric STABILITY = Metric.measured("stability", "%", HIGHER_IS_BETTER);

  /** Most heap in use at once, garbage included: an upper bound. */
  public static final Metric PEAK_HEAP = Metric.measured("peak_heap", "bytes", LOWER_IS_BETTER);

  /** Most memory that the worker's process had in RAM at once. */
  public static final Metric PEAK_PROCESS =
      Metric.measured("peak_process", "bytes", LOWER_IS_BETTER);

  /** Operations of tasks a second when the most were waiting. */
  public static final Metric TASK_THROUGHPUT =
      Metric.measured("task_throughput", "operations/s", HIGHER_IS_BETTER);

  /** Share of all tasks that were answered rightly. */
  public static final Metric TASKS_RIGHT = Metric.measured("tasks_right", "%", HIGHER_IS_BETTER);

  /** Live heap of one guest of a pool. */
  public static final Metric GUEST_BYTES = Metric.measured("guest_bytes", "bytes", LOWER_IS_BETTER);

  /** Share of the bytes of blocks that were let go which is free after one collection. */
  public static final Metric THINNED_BACK = Metric.measured("thinned_back", "%", HIGHER_IS_BETTER);

  /** Heap in use for each byte of the blocks that are left. */
  public static final Metric HEAP_PER_BYTE =
      Metric.measured("heap_per_byte", "ratio", LOWER_IS_BETTER);

  /** Share of the free heap that the largest blocks could be put into. */
  public static final Metric REFILLED = Metric.measured("refilled", "%", HIGHER_IS_BETTER);

  /** Share of the bytes held in blocks that fill at least half a region of G1. */
  public static final Metric HUMONGOUS_SHARE = Metric.measured("humongous_share", "%", NEITHER);

  /** 100 where the script itself caught that memory was out, else 0; over forks their share. */
  public static final Metric CAUGHT_IN_SCRIPT =
      Metric.measured("caught_in_script", "%", HIGHER_IS_BETTER);

  /** 100 where only Java could catch it, else 0. */
  public static final Metric RAISED_IN_JAVA = Metric.measured("raised_in_java", "%", NEITHER);

  /** 100 where the process ended, else 0. */
  public static final Metric PROCESS_ENDED = Metric.measured("process_ended", "%", LOWER_IS_BETTER);

  /** 100 where the guest gives the right answer afterwards, else 0. */
  public static final Metric USABLE_AFTERWARDS =
      Metric.measured("usable_afterwards", "%", HIGHER_IS_BETTER);

  /** Live heap that is left of a guest in percent of what it was before memory ran out. */
  public static final Metric LEFT_BEHIND = Metric.measured("left_behind", "%", LOWER_IS_BETTER);

  /** Every one of them. */
  public static List<Metric> all() {
    return List.of(
        STEP_THROUGHPUT,
        STEP_COLLECTING,
        STEP_LIVE_BYTES,
        STEP_RIGHT,
        STEP_END,
        PRESSURE_REACHED,
        THROUGHPUT_KEPT,
        COLLECTING_SHARE,
        STABILITY,
        PEAK_HEAP,
        PEAK_PROCESS,
        TASK_THROUGHPUT,
        TASKS_RIGHT,
        GUEST_BYTES,
        THINNED_BACK,
        HEAP_PER_BYTE,
        REFILLED,
        HUMONGOUS_SHARE,
        CAUGHT_IN_SCRIPT,
        RAISED_IN_JAVA,
        PROCESS_ENDED,
        USABLE_AFTERWARDS,
        LEFT_BEHIND);
  }
}
