package org.bindbench.analysis.advice;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.metric.Metrics;

/** Bound rows behind a headline whose forks differ widely. */
final class NoisyHeadlines implements RemarkRule {
  static final double GREATEST_CV = 0.1;
  private static final List<String> METRICS =
      List.of(Metrics.RATE, Metrics.RETAINED_BYTES.id(), Metrics.CLEANUP_EFFICIENCY.id());

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return run.results().stream()
        .filter(row -> isHeadline(run, row))
        .flatMap(row -> METRICS.stream().flatMap(metric -> remark(run, row, metric).stream()))
        .toList();
  }

  static boolean isHeadline(RunAnalysis run, CaseResult row) {
    return row.declaration().isBound()
        && run.headlines().stream().anyMatch(headline -> headline.column().equals(row.column()));
  }

  private static Optional<Remark> remark(RunAnalysis run, CaseResult row, String metric) {
    return row.summary(metric)
        .filter(summary -> summary.cv() > GREATEST_CV)
        .map(
            summary ->
                new Remark(
                    Severity.WARNING, row.title(), sentence(summary), advice(run, row, metric)));
  }

  private static String sentence(Summary summary) {
    return summary.metric().id()
        + " differs between forks by a coefficient of variation of "
        + Figures.percent(summary.cv())
        + " ("
        + Figures.cell(summary.min(), summary.metric().unit())
        + " to "
        + Figures.quantity(summary.max(), summary.metric().unit())
        + ")";
  }

  private static String advice(RunAnalysis run, CaseResult row, String metric) {
    return metric.equals(Metrics.RATE)
        ? ForksOrLonger.advice(row, run.run().plan())
        : "more forks narrow the interval";
  }
}
