package org.bindbench.analysis.advice;

import java.util.List;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.metric.Metrics;

/** Rates whose forks settled, but far apart; headlines have a remark each. */
final class FarApartForks implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<CaseResult> apart =
        run.results().stream()
            .filter(row -> !NoisyHeadlines.isHeadline(run, row) && !row.isControl())
            .filter(row -> !row.steadiness().isUnsteady() && !row.hasFlag(CaseResult.INLINED))
            .filter(row -> cv(row) > NoisyHeadlines.GREATEST_CV)
            .toList();
    if (apart.isEmpty()) return List.of();
    Names names = new Names(run);
    return List.of(
        new Remark(
            Severity.NOTE,
            "forks apart",
            Names.titles(apart),
            "rates differ between forks by a coefficient of variation of "
                + apart.stream()
                    .map(row -> Figures.percent(cv(row)) + " in " + names.of(row))
                    .collect(Collectors.joining(", ")),
            "more forks show at which speeds they settle"));
  }

  private static double cv(CaseResult row) {
    return row.summary(Metrics.RATE).map(summary -> summary.cv()).orElse(Double.NaN);
  }
}
