package org.bindbench.analysis.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** More rows than this are told by what they have in common; the JSON names each. */
  private static final int MOST_NAMED = 8;

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<LeftOut> leftOut = run.run().plan().leftOut();
    List<LeftOut> missing = leftOut.stream().filter(row -> row.measured() == 0).toList();
    List<LeftOut> thinner = leftOut.stream().filter(row -> row.measured() > 0).toList();
    return Stream.of(
            remark(missing, "not measured at all", LeftOut::row, OutOfTime::caseOf),
            remark(
                thinner,
                "measured in fewer forks",
                row -> row.row() + " (" + forks(row) + ")",
                OutOfTime::forks))
        .flatMap(List::stream)
        .toList();
  }

  private static String forks(LeftOut row) {
    return row.measured() + " of " + row.wanted();
  }

  /** The case of {@code suite.case · engine · style}. */
  private static String caseOf(LeftOut row) {
    return row.row().split(" · ", 2)[0];
  }

  private static List<Remark> remark(
      List<LeftOut> rows,
      String what,
      Function<LeftOut, String> title,
      Function<LeftOut, String> common) {
    if (rows.isEmpty()) return List.of();
    return List.of(
        new Remark(
            Severity.NOTE,
            "time budget",
            rows.stream().map(LeftOut::row).toList(),
            "%d %s %s: %s"
                .formatted(
                    rows.size(),
                    rows.size() == 1 ? "row was" : "rows were",
                    what,
                    rows.size() <= MOST_NAMED
                        ? rows.stream().map(title).collect(Collectors.joining("; "))
                        : counted(rows, common)),
            ADVICE));
  }

  private static String counted(List<LeftOut> rows, Function<LeftOut, String> common) {
    Map<String, Long> counts =
        rows.stream()
            .collect(Collectors.groupingBy(common, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            each -> each.getKey() + (each.getValue() == 1 ? "" : " (" + each.getValue() + " rows)"))
        .collect(Collectors.joining("; "));
  }
}
