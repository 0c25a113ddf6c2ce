package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** Timed cases that shared a JVM. */
final class SharedJvm implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    long rows = run.results().stream().filter(row -> row.hasFlag(CaseResult.SHARED_JVM)).count();
    if (rows == 0) return List.of();
    return List.of(
        new Remark(
            Severity.NOTE,
            "rotation",
            (rows == 1 ? "1 row" : rows + " rows")
                + " shared a JVM per engine and fork, where cases influence each other's compiled"
                + " code",
            "the comprehensive level gives each timed trial its own"));
  }
}
