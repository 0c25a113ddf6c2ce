package org.bindbench.analysis.advice;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.LeftOut;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** What the time budget had no room for: rows that are not there, and rows with fewer forks. */
final class OutOfTime implements RemarkRule {
  private static final String ADVICE = "give --time-budget more time, or select with --pattern";

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<LeftOut> leftOut = run.run().plan().leftOut();
    List<LeftOut> missing = leftOut.stream().filter(row -> row.measured() == 0).toList();
    List<LeftOut> thinner = leftOut.stream().filter(row -> row.measured() > 0).toList();
    return Stream.of(
            remark(missing, "not measured at all", LeftOut::row),
            remark(
                thinner,
                "measured in fewer forks",
                row -> "%s (%d of %d)".formatted(row.row(), row.measured(), row.wanted())))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Remark> remark(
      List<LeftOut> rows, String what, Function<LeftOut, String> title) {
    if (rows.isEmpty()) return List.of();
    String names = rows.stream().map(title).collect(Collectors.joining("; "));
    return List.of(
        new Remark(
            Severity.NOTE,
            "time budget",
            rows.stream().map(LeftOut::row).toList(),
            "%d %s %s: %s"
                .formatted(rows.size(), rows.size() == 1 ? "row was" : "rows were", what, names),
            ADVICE));
  }
}
