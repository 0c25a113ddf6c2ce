package org.bindbench.worker.protocol.stress;

import java.time.Duration;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Ticker;
import org.bindbench.worker.Lab;

/**
 * How long steps work, and how much work one call is.
 *
 * @param nanos time of a step
 */
record StepTime(long nanos, Ticker ticker) {
  private static final int STEPS = 8;
  private static final long LEAST_NANOS = Duration.ofMillis(50).toNanos();

  /** A step holds at least this many calls, so that it ends near its time. */
  private static final int CALLS = 10;

  private static final long FIRST_OPERATIONS = 1000;
  private static final int LARGEST_GROWTH = 4;
  private static final int WARM_UP_STEPS = 8;

  /** Beyond this work was removed, and no count would make a call long enough. */
  private static final long MOST_OPERATIONS = 1L << 40;

  /** An eighth of what the trial is to measure. */
  static StepTime of(Lab lab) {
    long nanos = lab.effort().measured().toNanos() / STEPS;
    return new StepTime(Math.max(LEAST_NANOS, nanos), lab.ticker());
  }

  /**
   * Warms the case up for as long as is measured; the operations of which ten calls fill a step.
   */
  long calibrate(PreparedCase prepared) {
    long call = nanos / CALLS;
    long operations = FIRST_OPERATIONS;
    long start = ticker.nanos();
    long now = start;
    while (true) {
      long before = now;
      prepared.run(operations);
      now = ticker.nanos();
      long took = Math.max(1, now - before);
      if (now - start >= WARM_UP_STEPS * nanos)
        return Math.max(1, Math.round((double) operations * call / took));
      if (took < call && operations < MOST_OPERATIONS)
        operations =
            Math.max(
                operations,
                Math.round(operations * Math.min(LARGEST_GROWTH, (double) call / took)));
    }
  }
}
