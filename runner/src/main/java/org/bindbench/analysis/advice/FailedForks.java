package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialOutcome.Eliminated;
import org.bindbench.model.TrialOutcome.Skipped;

/**
 * Rows with forks that yielded no figures: an error, a warning where the engine is within rights.
 */
final class FailedForks implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return run.results().stream()
        .filter(row -> !failures(row).isEmpty())
        .map(FailedForks::remark)
        .toList();
  }

  private static Remark remark(CaseResult row) {
    List<TrialOutcome> failures = failures(row);
    String where = row.location().isEmpty() ? "" : " (" + row.location() + ")";
    String what = row.isCompleted() ? row.reason() : row.status() + ": " + row.reason();
    return new Remark(
        severity(failures),
        row.title(),
        failures.size() + " of " + row.trials().size() + " forks gave no figures; " + what + where,
        advice(failures));
  }

  private static Severity severity(List<TrialOutcome> failures) {
    if (failures.stream().anyMatch(TrialOutcome::isError)) return Severity.ERROR;
    return failures.stream().anyMatch(Eliminated.class::isInstance)
        ? Severity.WARNING
        : Severity.NOTE;
  }

  private static String advice(List<TrialOutcome> failures) {
    return failures.stream()
        .filter(Skipped.class::isInstance)
        .map(outcome -> ((Skipped) outcome).advice())
        .findFirst()
        .orElse("");
  }

  private static List<TrialOutcome> failures(CaseResult row) {
    return row.trials().stream()
        .map(trial -> trial.outcome())
        .filter(outcome -> !(outcome instanceof Completed))
        .toList();
  }
}
