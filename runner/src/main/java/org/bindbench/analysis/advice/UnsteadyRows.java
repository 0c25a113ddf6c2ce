package org.bindbench.analysis.advice;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Steadiness;
import org.bindbench.model.Metrics;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** Rates that did not settle. */
final class UnsteadyRows implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return run.results().stream().flatMap(row -> remark(row).stream()).toList();
  }

  private static Optional<Remark> remark(CaseResult row) {
    if (row.steadiness().isSteady() || row.steadiness() == Steadiness.NOT_ASSESSED)
      return Optional.empty();
    return row.summary(Metrics.RATE)
        .map(
            rate ->
                new Remark(
                    Severity.WARNING,
                    row.title(),
                    "steadiness: "
                        + row.steadiness().title()
                        + (Double.isNaN(rate.cv())
                            ? ""
                            : "; the forks' coefficient of variation is "
                                + Figures.percent(rate.cv())),
                    "a longer warm-up may settle it; no winner is named from this figure"));
  }
}
