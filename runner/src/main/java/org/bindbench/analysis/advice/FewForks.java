package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summaries;
import org.bindbench.model.Effort;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.Timing;
import org.bindbench.model.metric.LeakMetrics;

/** Figures without an interval; leaks have theirs over the cycles of one fork. */
final class FewForks implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<CaseResult> withFigures =
        run.results().stream()
            .filter(CaseResult::isCompleted)
            .filter(row -> row.declaration().timing() != Timing.ONCE)
            .filter(row -> !row.declaration().protocol().equals(LeakMetrics.PROTOCOL))
            .toList();
    List<CaseResult> few = withFigures.stream().filter(FewForks::hasFewForks).toList();
    if (few.isEmpty()) return List.of();
    int enough = few.stream().mapToInt(row -> enough(row, run)).max().orElseThrow();
    return List.of(
        new Remark(
            Severity.NOTE,
            "forks",
            "fewer than %d forks in %d of %d rows with figures: no interval there, and no winner"
                    .formatted(Summaries.FEWEST_FORKS, few.size(), withFigures.size())
                + " is named from them",
            "measure with --forks "
                + enough
                + " or more"
                + (enough > Summaries.FEWEST_FORKS
                    ? ", for cases of some protocols are measured in some of the forks only"
                    : "")));
  }

  /** How many forks a run must have for three of the row. */
  private static int enough(CaseResult row, RunAnalysis run) {
    Effort effort = run.run().plan().efforts().get(row.engine());
    return effort == null
        ? Summaries.FEWEST_FORKS
        : row.declaration().timing().forksFor(Summaries.FEWEST_FORKS, effort);
  }

  private static boolean hasFewForks(CaseResult row) {
    return row.summaries().stream()
        .anyMatch(summary -> summary.forkValues().size() < Summaries.FEWEST_FORKS);
  }
}
