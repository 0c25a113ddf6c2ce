package org.bindbench.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.CaseId;

/**
 * The rows of a case that have no figures, or forks that failed, for one reason.
 *
 * @param columns the engines, with their binding styles where not all of an engine's are meant
 * @param outcome {@code script failed}, or which forks failed where others did not
 * @param where in the script, empty where unknown
 * @param error whether the exit code tells
 */
record Failure(CaseId id, String columns, String outcome, String where, String why, boolean error) {
  private record Kind(CaseId id, String outcome, String where, String why) {}

  /** Everything to explain, in the order of the rows. */
  static List<Failure> of(RunAnalysis analysis) {
    Map<Kind, List<CaseResult>> alike =
        analysis.results().stream()
            .filter(row -> row.capability().isEmpty() || !row.declaration().isCapability())
            .filter(row -> !row.isCompleted() || !row.reason().isBlank())
            .collect(Collectors.groupingBy(Failure::kind, LinkedHashMap::new, Collectors.toList()));
    return alike.entrySet().stream()
        .map(each -> failure(analysis, each.getKey(), each.getValue()))
        .toList();
  }

  private static Kind kind(CaseResult row) {
    return new Kind(row.id(), Notes.outcome(row), row.location(), row.reason());
  }

  private static Failure failure(RunAnalysis analysis, Kind kind, List<CaseResult> rows) {
    List<CaseResult> ofCase =
        analysis.results().stream().filter(row -> row.id().equals(kind.id())).toList();
    return new Failure(
        kind.id(),
        Sentences.columns(ofCase, new LinkedHashSet<>(rows)),
        kind.outcome(),
        kind.where(),
        kind.why(),
        rows.stream().anyMatch(ExitCode::isError));
  }
}
