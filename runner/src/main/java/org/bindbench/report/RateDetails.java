package org.bindbench.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Steadiness;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.precision.Resolution;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.layout.Grid;

/** What stands behind the rates: a row for each that has figures. */
final class RateDetails {
  private RateDetails() {}

  static Grid grid(List<Question> questions) {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Question question : questions)
      for (CaseResult row : question.rows())
        row.summary(Metrics.RATE).ifPresent(rate -> rows.add(row(row, rate)));
    return new Grid(
            List.of(
                Grid.Column.words("case"),
                Grid.Column.words("engine"),
                Grid.Column.numbers("forks"),
                Grid.Column.numbers("CV"),
                Grid.Column.numbers("could see"),
                Grid.Column.numbers("CPU/wall"),
                Grid.Column.numbers("CPU/op"),
                Grid.Column.numbers("t(2n)/t(n)"),
                Grid.Column.numbers("bytes/op"),
                Grid.Column.words("warm-up"),
                Grid.Column.words("steadiness of the forks")),
            rows)
        .withoutEmptyColumns();
  }

  private static List<Grid.Cell> row(CaseResult row, Summary rate) {
    return List.of(
        Grid.Cell.of(row.id().toString()),
        Grid.Cell.of(row.column().title()),
        Grid.Cell.of(Integer.toString(rate.forkValues().size())),
        percent(rate.cv()),
        percent(Resolution.of(rate)),
        value(row, Metrics.CPU_PER_WALL),
        value(row, Metrics.CPU_PER_OPERATION),
        value(row, Metrics.SCALING),
        value(row, Metrics.ALLOCATED_BYTES),
        Grid.Cell.of(warmUp(row)),
        Grid.Cell.of(steadiness(row)));
  }

  static Grid.Cell percent(double share) {
    return Grid.Cell.of(Double.isFinite(share) ? Figures.percent(share) : "");
  }

  private static Grid.Cell value(CaseResult row, Metric metric) {
    return Grid.Cell.of(
        row.summary(metric.id())
            .map(each -> Figures.cell(each.value(), each.metric().unit()))
            .orElse(""));
  }

  /** {@code 2 settled after 10.0 s to 12.5 s, reached the cap of 40.0 s}. */
  private static String warmUp(CaseResult row) {
    List<WarmUpEnd> ends =
        row.trials().stream().flatMap(trial -> WarmUpEnd.of(trial).stream()).toList();
    List<String> words = new ArrayList<>();
    for (WarmUpEnd.Kind kind : WarmUpEnd.Kind.values()) {
      List<WarmUpEnd> alike = ends.stream().filter(end -> end.kind() == kind).toList();
      if (!alike.isEmpty()) words.add(WarmUpEnd.words(alike));
    }
    return String.join(", ", words);
  }

  /** {@code steady} where all forks with figures agree, else {@code 2 steady, 1 unsteady}. */
  private static String steadiness(CaseResult row) {
    Map<Steadiness, Integer> counts = new EnumMap<>(Steadiness.class);
    for (int i = 0; i < row.trials().size(); i++)
      if (row.trials().get(i).outcome() instanceof TrialOutcome.Completed)
        counts.merge(row.forkSteadiness().get(i), 1, Integer::sum);
    return counts.entrySet().stream()
        .map(each -> (counts.size() == 1 ? "" : each.getValue() + " ") + each.getKey().title())
        .collect(Collectors.joining(", "));
  }
}
