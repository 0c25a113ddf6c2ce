package org.bindbench.analysis.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.metric.Metrics;

/** Cases so cheap that the loop around them counts: one remark per engine, never subtracted. */
final class LoopCost implements RemarkRule {
  private static final String EMPTY_LOOP = "empty_loop";
  private static final double GREATEST_SHARE = 0.1;

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return run.results().stream()
        .map(CaseResult::engine)
        .distinct()
        .flatMap(engine -> remark(run, engine).stream())
        .toList();
  }

  private static Optional<Remark> remark(RunAnalysis run, String engine) {
    Optional<Double> loop = control(run, engine).map(LoopCost::nanos);
    if (loop.isEmpty()) return Optional.empty();
    List<CaseResult> cheap =
        run.results().stream()
            .filter(row -> row.engine().equals(engine) && !row.isControl())
            .filter(row -> row.summary(Metrics.RATE).isPresent())
            .filter(row -> share(row, loop.get()) > GREATEST_SHARE)
            .sorted(Comparator.comparingDouble(row -> share(row, loop.get())))
            .toList();
    if (cheap.isEmpty()) return Optional.empty();
    return Optional.of(
        new Remark(
            Severity.NOTE,
            engine,
            Names.titles(cheap),
            "the empty loop is " + shares(cheap, loop.get(), new Names(run)),
            ""));
  }

  private static String shares(List<CaseResult> cheap, double loop, Names names) {
    CaseResult most = cheap.get(cheap.size() - 1);
    String greatest = Figures.percent(share(most, loop)) + " of an operation in ";
    return cheap.size() == 1
        ? greatest + names.ofCase(most)
        : Figures.percent(share(cheap.get(0), loop))
            + " to "
            + greatest
            + cheap.size()
            + " rows, most in "
            + names.ofCase(most);
  }

  private static double share(CaseResult row, double loop) {
    return loop / nanos(row.summary(Metrics.RATE).orElseThrow());
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
