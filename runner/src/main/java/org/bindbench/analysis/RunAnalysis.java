package org.bindbench.analysis;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.CaseId;
import org.bindbench.model.Remark;
import org.bindbench.model.RunRecord;

/**
 * A run, judged: what every report is made from.
 *
 * @param results one row per case, engine and style, in the order of the suites
 * @param contrasts per case and headline metric, the best row against each of the others
 * @param checks expected ranges
 * @param headlines one per language that was run
 * @param remarks what not to trust and why
 * @param baseline what it comes to against a baseline; empty where it was compared with none
 */
public record RunAnalysis(
    RunRecord run,
    List<CaseResult> results,
    List<Contrast> contrasts,
    List<RangeCheck> checks,
    List<Headline> headlines,
    List<Remark> remarks,
    Optional<ComparedRun> baseline) {
  /** A run that was compared with no baseline. */
  public RunAnalysis(
      RunRecord run,
      List<CaseResult> results,
      List<Contrast> contrasts,
      List<RangeCheck> checks,
      List<Headline> headlines,
      List<Remark> remarks) {
    this(run, results, contrasts, checks, headlines, remarks, Optional.empty());
  }

  /** The same run with what it comes to against a baseline. */
  public RunAnalysis against(ComparedRun compared) {
    return new RunAnalysis(
        run, results, contrasts, checks, headlines, remarks, Optional.of(compared));
  }

  public RunAnalysis {
    results = List.copyOf(results);
    contrasts = List.copyOf(contrasts);
    checks = List.copyOf(checks);
    headlines = List.copyOf(headlines);
    remarks = List.copyOf(remarks);
  }

  /** The row of a case in a column, empty where there is none. */
  public Optional<CaseResult> row(CaseId id, Column column) {
    return results.stream()
        .filter(row -> row.id().equals(id) && row.column().equals(column))
        .findFirst();
  }
}
