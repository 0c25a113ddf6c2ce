package org.bindbench.analysis.advice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Steadiness;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.metric.Metrics;

/** Rates that did not settle: one remark, the rows by what was found. */
final class UnsteadyRows implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<CaseResult> unsteady =
        run.results().stream()
            .filter(row -> row.steadiness().isUnsteady() && row.summary(Metrics.RATE).isPresent())
            .toList();
    if (unsteady.isEmpty()) return List.of();
    Names names = new Names(run);
    Map<Steadiness, List<String>> found = new EnumMap<>(Steadiness.class);
    boolean spread = unsteady.stream().anyMatch(row -> !spread(row).isEmpty());
    for (CaseResult row : unsteady)
      found
          .computeIfAbsent(row.steadiness(), any -> new ArrayList<>())
          .add(names.of(row) + spread(row));
    return List.of(
        new Remark(
            Severity.WARNING,
            "steadiness",
            Names.titles(unsteady),
            found.entrySet().stream()
                .map(
                    each ->
                        each.getKey().title()
                            + (spread ? " (with their CV): " : ": ")
                            + String.join(", ", each.getValue()))
                .collect(Collectors.joining("; ")),
            found.keySet().stream()
                .map(UnsteadyRows::advice)
                .filter(advice -> !advice.isEmpty())
                .collect(Collectors.joining("; "))));
  }

  /** What may help: forks that settle apart from each other settle there however long they run. */
  private static String advice(Steadiness steadiness) {
    return switch (steadiness) {
      case NO_STEADY_STATE -> "a longer warm-up may settle the unsteady rows";
      case SLOWDOWN -> "a longer measured time shows whether what slowed down stays slow";
      case INCONSISTENT -> "where forks disagree, more forks show how far apart they settle";
      case FLAT, WARM_UP, NOT_ASSESSED -> "";
    };
  }

  private static String spread(CaseResult row) {
    double cv = row.summary(Metrics.RATE).orElseThrow().cv();
    return Double.isNaN(cv) ? "" : " " + Figures.percent(cv);
  }
}
