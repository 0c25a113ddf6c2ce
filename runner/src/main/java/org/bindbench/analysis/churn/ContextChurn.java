package org.bindbench.analysis.churn;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.metric.ChurnMetrics;

/**
 * Every case of a run in which guests come and go.
 *
 * @param rows in the order of the run, controls among them
 * @param advice what follows from them, each with the figures it is based on
 */
public record ContextChurn(List<ChurnRow> rows, List<ChurnAdvice> advice) {
  public ContextChurn {
    rows = List.copyOf(rows);
    advice = List.copyOf(advice);
  }

  /** The churn of a run, empty where it has no such case. */
  public static Optional<ContextChurn> of(RunAnalysis analysis) {
    List<CaseResult> results =
        analysis.results().stream()
            .filter(row -> row.declaration().protocol().equals(ChurnMetrics.PROTOCOL))
            .toList();
    if (results.isEmpty()) return Optional.empty();
    List<ChurnRow> rows =
        results.stream().map(row -> ChurnRow.of(row, control(row, results))).toList();
    return Optional.of(new ContextChurn(rows, ChurnAdvice.of(rows)));
  }

  /** The control of the same suite on the same engine and JVM. */
  private static Optional<CaseResult> control(CaseResult row, List<CaseResult> all) {
    return all.stream()
        .filter(CaseResult::isControl)
        .filter(CaseResult::isCompleted)
        .filter(other -> other.id().suite().equals(row.id().suite()))
        .filter(other -> other.engine().equals(row.engine()) && other.setup().equals(row.setup()))
        .findFirst();
  }

  /** Rows that open guests. */
  public List<ChurnRow> measured() {
    return rows.stream().filter(row -> !row.isControl()).toList();
  }

  /** Rows that open none. */
  public List<ChurnRow> controls() {
    return rows.stream().filter(ChurnRow::isControl).toList();
  }
}
