package org.bindbench.launch.interleaved;

import org.bindbench.model.TrialSpec;
import org.bindbench.model.comparison.Side;

/** A trial of the base and its counterpart of the head; their fork numbers are not yet decided. */
public record Pair(TrialSpec base, TrialSpec head) {
  TrialSpec of(Side side) {
    return side == Side.BASE ? base : head;
  }

  boolean isTimed() {
    return base.declaration().timing().isTimed();
  }
}
