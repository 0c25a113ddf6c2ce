package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.leak.FoundLeaks;
import org.bindbench.analysis.advice.leak.LeakingGuests;
import org.bindbench.analysis.advice.leak.OpenLeaks;
import org.bindbench.analysis.advice.leak.UntrustedLeaks;
import org.bindbench.model.Remark;

/** One thing to look for in a judged run. Every sentence it writes has the figures behind it. */
public interface RemarkRule {
  /**
   * What this rule has to say, possibly nothing.
   *
   * @param run judged, still without remarks
   */
  List<Remark> remarks(RunAnalysis run);

  /** All rules, the weightiest first. */
  static List<RemarkRule> all() {
    return List.of(
        new FailedForks(),
        new FoundLeaks(),
        new LeakingGuests(),
        new UntrustedLeaks(),
        new OpenLeaks(),
        new MissedRanges(),
        new InterpreterOnly(),
        new BusyMachine(),
        new MovedMachine(),
        new PlantedRows(),
        new UnsteadyRows(),
        new NoisyHeadlines(),
        new FarApartForks(),
        new UnseenChanges(),
        new InlinedRows(),
        new CollectorPressure(),
        new FewForks(),
        new OutOfTime(),
        new WhereTimeWent(),
        new SharedJvm(),
        new LoopCost());
  }
}
