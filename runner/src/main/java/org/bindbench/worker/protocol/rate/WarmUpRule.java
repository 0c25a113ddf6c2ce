package org.bindbench.worker.protocol.rate;

import java.time.Duration;
import org.bindbench.model.WarmUp;

/**
 * Says when a timed case is warm: at the end of its fixed time, or once two windows in a row were
 * each as fast as the one before while the compilers were idle.
 *
 * <p>A window is a quarter of the shortest warm-up, so that the three windows of two comparisons
 * fit into it and a case that is steady from the first call on ends there. For an engine that is
 * given 10 s this makes 2.5 s: GraalPy's rate moves in steps, second by second, and windows shorter
 * than its steps would find two alike on every one of them.
 */
final class WarmUpRule {
  /** Medians that differ by less than this share are the same. */
  private static final double ALIKE = 0.01;

  /** Compilers that use less than this share of a CPU are idle. */
  private static final double IDLE = 0.02;

  private static final int WINDOWS_IN_LEAST = 4;
  private static final int COMPARISONS = 2;

  /** A worker says nothing during a window, and one that is silent for too long is ended. */
  private static final Duration LONGEST_WINDOW = Duration.ofSeconds(15);

  /** How a warm-up ended. */
  enum End {
    NOT_YET,
    /** Its fixed time is over. */
    ON_SCHEDULE,
    SETTLED,
    /** It reached its longest time and had not settled. */
    CAP
  }

  private final WarmUp warmUp;
  private long nanos;
  private double lastMedian = Double.NaN;
  private int alike;

  WarmUpRule(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  /**
   * How long the next window should be.
   *
   * @param slice length of a turn, where the warm-up is a fixed time
   */
  Duration window(Duration slice) {
    if (!warmUp.hasFixedLength()) {
      Duration quarter = warmUp.least().dividedBy(WINDOWS_IN_LEAST);
      if (quarter.isZero()) return slice;
      return quarter.compareTo(LONGEST_WINDOW) < 0 ? quarter : LONGEST_WINDOW;
    }
    return slice.compareTo(warmUp.most()) < 0 ? slice : warmUp.most();
  }

  /**
   * Takes one window and says whether the warm-up is over.
   *
   * @param median median time per operation of its calls, in any unit
   * @param windowNanos time of its calls together
   * @param compilerNanos what the compilers used meanwhile
   */
  End after(double median, long windowNanos, long compilerNanos) {
    nanos += windowNanos;
    boolean same = Math.abs(median - lastMedian) < ALIKE * Math.min(median, lastMedian);
    boolean idle = compilerNanos < IDLE * windowNanos;
    alike = same && idle ? alike + 1 : 0;
    lastMedian = median;
    if (warmUp.hasFixedLength())
      return nanos >= warmUp.most().toNanos() ? End.ON_SCHEDULE : End.NOT_YET;
    if (alike >= COMPARISONS && nanos >= warmUp.least().toNanos()) return End.SETTLED;
    return nanos >= warmUp.most().toNanos() ? End.CAP : End.NOT_YET;
  }

  /** Guest time of all windows so far, in ns. */
  long nanos() {
    return nanos;
  }
}
