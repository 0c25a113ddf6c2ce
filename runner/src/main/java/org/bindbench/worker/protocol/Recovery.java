package org.bindbench.worker.protocol;

import org.bindbench.model.Ticker;
import org.bindbench.worker.JvmMeter;

/**
 * The way of the heap back down after its roots were dropped.
 *
 * @param liveBytes the settled heap
 * @param elapsedNanos from the release until the first collection that left no more than 0.1 %
 *     above the settled heap
 */
public record Recovery(long liveBytes, long elapsedNanos) {
  private static final double SETTLED = 0.001;
  private static final int MOST_COLLECTIONS = 10;

  /** Collects until the heap has settled, ten times at most. */
  public static Recovery await(JvmMeter meter, Ticker ticker, long releasedAt) {
    long reached = Long.MAX_VALUE;
    long reachedAt = releasedAt;
    for (int i = 0; i < MOST_COLLECTIONS; i++) {
      long live = meter.collectedBytes();
      long now = ticker.nanos();
      if (reached - live <= SETTLED * live) return new Recovery(live, reachedAt - releasedAt);
      reached = live;
      reachedAt = now;
    }
    return new Recovery(reached, reachedAt - releasedAt);
  }
}
