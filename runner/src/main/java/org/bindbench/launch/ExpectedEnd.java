package org.bindbench.launch;

import org.bindbench.model.BeyondLimit;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;

/** Tells the end of a worker that was the question from one that is a failure. */
final class ExpectedEnd {
  private ExpectedEnd() {}

  /**
   * The outcome of a trial whose worker ended: where it was to find out what becomes of a process
   * that has no memory left, and was just using it up, the end is its result.
   *
   * @param doing what the worker said it does
   * @param end what its end says of it
   */
  static TrialOutcome judged(TrialSpec trial, String doing, TrialOutcome end) {
    boolean asked =
        trial.declaration().protocol().equals(BeyondLimit.PROTOCOL)
            && doing.equals(BeyondLimit.EXHAUSTING);
    boolean ended = end instanceof TrialOutcome.OutOfMemory || end instanceof TrialOutcome.Crashed;
    return asked && ended ? BeyondLimit.ended(end.reason()) : end;
  }
}
