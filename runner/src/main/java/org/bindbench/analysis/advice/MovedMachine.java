package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** A machine that changed its speed while the run was made. */
final class MovedMachine implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<CaseResult> moved =
        run.results().stream().filter(row -> row.hasFlag(CaseResult.MACHINE_MOVED)).toList();
    if (moved.isEmpty()) return List.of();
    return List.of(
        new Remark(
            Severity.WARNING,
            "machine speed",
            Names.titles(moved),
            moved.get(0).machineMoved()
                + ", as a loop of fixed work showed that was timed after each trial: the times of "
                + (moved.size() == 1 ? "1 row" : moved.size() + " rows")
                + " are not those of one machine",
            "measure again when the machine is quiet; a fixed clock and no other guests help"));
  }
}
