package org.bindbench.analysis.advice.leak;

import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.RemarkRule;
import org.bindbench.model.Remark;

/**
 * Guests that come and go and leave so much that it is at least a major leak; a critical one is an
 * error. Smaller ones stand in their own section alone.
 */
public final class LeakingGuests implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return LeakAlarm.ofGuests(run)
        .map(
            alarm ->
                new Remark(
                    alarm.severity().ofRemark(),
                    alarm.title(),
                    alarm.severity().title() + " leak: " + alarm.sentence(),
                    "keep guests open and use them again instead of opening one per task"))
        .toList();
  }
}
