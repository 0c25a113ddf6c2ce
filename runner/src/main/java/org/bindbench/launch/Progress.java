package org.bindbench.launch;

import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;

/** Told what is being measured; calls may come from two threads at once. */
public interface Progress {
  /** A worker starts; {@code title} says for what. */
  void starting(String title);

  /** A trial's next turn begins. */
  void working(TrialSpec trial, String doing);

  /** A trial ended, well or not. */
  void ended(TrialRecord trial);

  /** Everything of a JVM is done; the share of the plan that is done lies between 0 and 1. */
  void advanced(double share);
}
