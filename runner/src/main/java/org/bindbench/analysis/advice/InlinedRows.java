package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Metrics;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** Rates beyond what a call can reach. */
final class InlinedRows implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return run.results().stream()
        .filter(row -> row.hasFlag(CaseResult.INLINED))
        .flatMap(row -> row.summary(Metrics.RATE).stream().map(rate -> remark(row, rate.max())))
        .toList();
  }

  private static Remark remark(CaseResult row, double rate) {
    return new Remark(
        Severity.NOTE,
        row.title(),
        "inlined: in the fastest fork an operation took "
            + Figures.of(1e9 / rate, "ns")
            + ", less than a call can take; it is no headline and no winner",
        "");
  }
}
