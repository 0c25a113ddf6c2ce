package org.bindbench.analysis.advice;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.precision.Resolution;
import org.bindbench.analysis.precision.Spread;
import org.bindbench.model.ForksAdded;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** The rows that the rest of a time budget went to, and what it did to their intervals. */
final class WhereTimeWent implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<ForksAdded> added =
        run.run().plan().added().stream()
            .sorted(Comparator.comparingInt(WhereTimeWent::forks).reversed())
            .toList();
    if (added.isEmpty()) return List.of();
    Names names = new Names(run);
    int forks = added.stream().mapToInt(WhereTimeWent::forks).sum();
    return List.of(
        new Remark(
            Severity.NOTE,
            "time budget",
            added.stream().map(ForksAdded::row).toList(),
            "%d further %s went where intervals were narrowed most for the time: %s"
                .formatted(
                    forks,
                    forks == 1 ? "fork" : "forks",
                    added.stream()
                        .flatMap(each -> rows(run, each).map(row -> sentence(each, row, names)))
                        .collect(Collectors.joining(", "))),
            ""));
  }

  private static Stream<CaseResult> rows(RunAnalysis run, ForksAdded added) {
    return run.results().stream()
        .filter(row -> row.trials().get(0).spec().title().equals(added.row()));
  }

  private static int forks(ForksAdded row) {
    return row.measured() - row.planned();
  }

  private static String sentence(ForksAdded added, CaseResult row, Names names) {
    return "%s %d → %d forks%s"
        .formatted(names.of(row), added.planned(), added.measured(), narrowed(added, row));
  }

  /** The interval of the planned forks and that of all; nothing where a fork gave no value. */
  private static String narrowed(ForksAdded added, CaseResult row) {
    return Resolution.METRICS.stream()
        .flatMap(metric -> row.summary(metric).stream())
        .map(summary -> summary.forkValues())
        .filter(values -> values.size() == added.measured() && added.planned() > 1)
        .filter(values -> values.stream().allMatch(value -> value > 0))
        .map(
            values ->
                " (± %s → ± %s)"
                    .formatted(width(values.subList(0, added.planned())), width(values)))
        .findFirst()
        .orElse("");
  }

  private static String width(List<Double> forkValues) {
    return Figures.percent(Math.expm1(Spread.of(0, forkValues).halfWidth()));
  }
}
