package org.bindbench.analysis.advice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Importance;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.precision.Resolution;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** Headline rows whose forks scatter so much that a sizeable change would not show. */
final class UnseenChanges implements RemarkRule {
  /** Twice the least change that a verdict counts. */
  private static final double WANTED = 0.1;

  private record Blurred(CaseResult row, Summary summary, OptionalInt forks) {}

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<Blurred> blurred =
        run.results().stream()
            .filter(row -> Importance.rank(row.trials().get(0).spec()) == 0)
            .filter(row -> !row.hasFlag(CaseResult.INLINED))
            .flatMap(row -> blurred(row).stream())
            .toList();
    if (blurred.isEmpty()) return List.of();
    Names names = new Names(run);
    return List.of(
        new Remark(
            Severity.NOTE,
            "resolution",
            Names.titles(blurred.stream().map(Blurred::row).toList()),
            "held against another run of as many forks, what gets worse would have to do so by this"
                + " much to show in 80 of 100 cases: "
                + blurred.stream()
                    .map(each -> names.of(each.row()) + " " + figures(each))
                    .collect(Collectors.joining(", ")),
            advice(blurred)));
  }

  private static Optional<Blurred> blurred(CaseResult row) {
    return Resolution.METRICS.stream()
        .flatMap(metric -> row.summary(metric).stream())
        .filter(summary -> Resolution.of(summary) > WANTED)
        .map(summary -> new Blurred(row, summary, Resolution.forksToSee(summary, WANTED)))
        .findFirst();
  }

  private static String figures(Blurred each) {
    String forks =
        each.forks().isPresent()
            ? each.forks().getAsInt() + " forks"
            : "more than " + Resolution.MOST_FORKS + " forks";
    return Figures.percent(Resolution.of(each.summary()))
        + " ("
        + Figures.percent(WANTED)
        + " would take "
        + forks
        + ")";
  }

  private static String advice(List<Blurred> blurred) {
    OptionalInt most = blurred.stream().map(Blurred::forks).flatMapToInt(OptionalInt::stream).max();
    return most.isPresent()
        ? "measure with --forks " + most.getAsInt() + ", or give --time-budget the time for them"
        : "a quieter machine or a longer warm-up, before more forks";
  }
}
