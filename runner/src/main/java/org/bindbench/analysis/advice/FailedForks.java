package org.bindbench.analysis.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Shortfall;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialOutcome.Eliminated;
import org.bindbench.model.TrialOutcome.Skipped;

/**
 * Rows with forks that yielded no figures: an error, a warning where the work was eliminated, else
 * a note. One remark for all that need the same advice; why each failed stands with the row.
 */
final class FailedForks implements RemarkRule {
  private record Kind(Severity severity, String advice) {}

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    Map<Kind, List<CaseResult>> alike =
        run.results().stream()
            .filter(row -> !failures(row).isEmpty())
            .collect(
                Collectors.groupingBy(FailedForks::kind, LinkedHashMap::new, Collectors.toList()));
    List<Remark> remarks = new ArrayList<>();
    alike.forEach((kind, rows) -> remarks.add(remark(run, kind, rows)));
    return remarks;
  }

  private static Remark remark(RunAnalysis run, Kind kind, List<CaseResult> rows) {
    String message =
        rows.stream()
            .collect(
                Collectors.groupingBy(FailedForks::what, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(each -> each.getKey() + ": " + String.join(", ", names(run, each.getValue())))
            .collect(Collectors.joining("; "));
    return new Remark(
        kind.severity(), "without figures", Names.titles(rows), message, kind.advice());
  }

  /** The rows, those of a case by its name alone where they are all that the run has of it. */
  private static List<String> names(RunAnalysis run, List<CaseResult> rows) {
    Names names = new Names(run);
    return rows.stream()
        .collect(Collectors.groupingBy(CaseResult::id, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(
            ofCase ->
                ofCase.size() > 1 && ofCase.size() == rowsOf(run, ofCase.get(0))
                    ? List.of(names.ofCase(ofCase.get(0)))
                    : ofCase.stream().map(names::of).toList())
        .flatMap(Collection::stream)
        .toList();
  }

  private static long rowsOf(RunAnalysis run, CaseResult row) {
    return run.results().stream().filter(each -> each.id().equals(row.id())).count();
  }

  private static String what(CaseResult row) {
    return row.isCompleted()
        ? Shortfall.of(row.trials())
        : row.status().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Kind kind(CaseResult row) {
    List<TrialOutcome> failures = failures(row);
    return new Kind(severity(failures), advice(failures));
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
