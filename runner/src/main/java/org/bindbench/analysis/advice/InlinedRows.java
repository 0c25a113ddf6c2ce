package org.bindbench.analysis.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.metric.Metrics;

/** Rates beyond what a call can reach: one remark for all of them. */
final class InlinedRows implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<CaseResult> inlined =
        run.results().stream()
            .filter(row -> row.hasFlag(CaseResult.INLINED) && row.summary(Metrics.RATE).isPresent())
            .toList();
    if (inlined.isEmpty()) return List.of();
    return List.of(
        new Remark(
            Severity.NOTE,
            CaseResult.INLINED,
            Names.titles(inlined),
            "no headline and no winner, because an operation takes less than a call can: "
                + byColumn(inlined, new Names(run)),
            ""));
  }

  private static String byColumn(List<CaseResult> inlined, Names names) {
    return inlined.stream()
        .collect(Collectors.groupingBy(CaseResult::column, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            each ->
                each.getValue().stream().map(names::ofCase).collect(Collectors.joining(", "))
                    + " on "
                    + each.getKey().inSentence()
                    + ", down to "
                    + Figures.quantity(1e9 / fastest(each.getValue()), "ns"))
        .collect(Collectors.joining("; "));
  }

  private static double fastest(List<CaseResult> rows) {
    return rows.stream()
        .mapToDouble(row -> row.summary(Metrics.RATE).orElseThrow().max())
        .max()
        .orElseThrow();
  }
}
