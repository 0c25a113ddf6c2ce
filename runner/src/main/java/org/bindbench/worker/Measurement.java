package org.bindbench.worker;

import org.bindbench.model.TrialOutcome;

/** A measurement in turns, so that the cases of one JVM can warm up in rotation. */
public interface Measurement {
  /** What the next turn does, in a few words. */
  String next();

  /**
   * Does one turn.
   *
   * @return whether another is due
   */
  boolean turn();

  /** What was measured, after the last turn. */
  TrialOutcome outcome();
}
