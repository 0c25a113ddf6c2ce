package org.bindbench.analysis.advice;

import java.util.List;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.metric.Metrics;

/** Rates that are wrong on purpose. */
final class PlantedRows implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<CaseResult> planted =
        run.results().stream()
            .filter(row -> row.summary(Metrics.PLANTED.id()).isPresent())
            .toList();
    if (planted.isEmpty()) return List.of();
    Names names = new Names(run);
    return List.of(
        new Remark(
            Severity.WARNING,
            CaseResult.PLANTED,
            Names.titles(planted),
            "these rates are too low on purpose, for more operations were run than counted: "
                + planted.stream().map(names::of).collect(Collectors.joining(", ")),
            "leave -Dbindbench.plant.operations out to measure"));
  }
}
