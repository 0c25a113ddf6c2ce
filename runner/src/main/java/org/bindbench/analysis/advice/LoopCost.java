package org.bindbench.analysis.advice;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Metrics;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** Cases so cheap that the loop around them counts: reported, never subtracted. */
final class LoopCost implements RemarkRule {
  private static final String EMPTY_LOOP = "empty_loop";
  private static final double GREATEST_SHARE = 0.1;

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return run.results().stream()
        .filter(row -> !row.isControl())
        .flatMap(row -> remark(run, row).stream())
        .toList();
  }

  private static Optional<Remark> remark(RunAnalysis run, CaseResult row) {
    Optional<Double> loop = control(run, row.engine()).map(LoopCost::nanos);
    Optional<Double> whole = row.summary(Metrics.RATE).map(LoopCost::nanos);
    if (loop.isEmpty() || whole.isEmpty()) return Optional.empty();
    double share = loop.get() / whole.get();
    if (!(share > GREATEST_SHARE)) return Optional.empty();
    return Optional.of(
        new Remark(
            Severity.NOTE,
            row.title(),
            "an empty loop costs "
                + Figures.percent(share)
                + " of an operation's time ("
                + Figures.number(loop.get())
                + " of "
                + Figures.of(whole.get(), "ns")
                + "); it is not subtracted",
            ""));
  }

  private static Optional<Summary> control(RunAnalysis run, String engine) {
    return run.results().stream()
        .filter(row -> row.id().name().equals(EMPTY_LOOP) && row.engine().equals(engine))
        .flatMap(row -> row.summary(Metrics.RATE).stream())
        .findFirst();
  }

  private static double nanos(Summary rate) {
    return 1e9 / rate.value();
  }
}
