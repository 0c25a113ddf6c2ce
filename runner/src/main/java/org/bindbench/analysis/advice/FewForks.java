package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summaries;
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
    long few = withFigures.stream().filter(FewForks::hasFewForks).count();
    if (few == 0) return List.of();
    return List.of(
        new Remark(
            Severity.NOTE,
            "forks",
            few
                + " of "
                + withFigures.size()
                + " rows with figures have fewer than "
                + Summaries.FEWEST_FORKS
                + " forks: they carry no interval and no winner is named from them",
            "measure with --forks " + Summaries.FEWEST_FORKS + " or more"));
  }

  private static boolean hasFewForks(CaseResult row) {
    return row.summaries().stream()
        .anyMatch(summary -> summary.forkValues().size() < Summaries.FEWEST_FORKS);
  }
}
