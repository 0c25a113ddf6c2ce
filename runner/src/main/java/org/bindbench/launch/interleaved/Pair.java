package org.bindbench.launch.interleaved;

import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.comparison.Side;

/** A trial of the base and its counterpart of the head; their fork numbers are not yet decided. */
public record Pair(TrialSpec base, TrialSpec head) {
  TrialSpec of(Side side) {
    return side == Side.BASE ? base : head;
  }

  /** Whether it is timed in a JVM that it shares with others. */
  public boolean takesTurns(Effort effort) {
    return isTimed() && Sharing.ofTimed(base, effort) == Sharing.ROTATION;
  }

  boolean isTimed() {
    return base.declaration().timing().isTimed();
  }
}
