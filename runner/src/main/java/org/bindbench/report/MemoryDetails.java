package org.bindbench.report;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.precision.Resolution;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.layout.Grid;

/** What stands behind the retained bytes: a row for each that has figures. */
final class MemoryDetails {
  private MemoryDetails() {}

  static Grid grid(List<Question> questions) {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Question question : questions)
      for (CaseResult row : question.rows())
        row.summary(Metrics.RETAINED_BYTES.id()).ifPresent(bytes -> rows.add(row(row, bytes)));
    return new Grid(
        List.of(
            Grid.Column.words("case"),
            Grid.Column.words("engine"),
            Grid.Column.numbers("forks"),
            Grid.Column.numbers("CV"),
            Grid.Column.numbers("could see")),
        rows);
  }

  private static List<Grid.Cell> row(CaseResult row, Summary bytes) {
    return List.of(
        Grid.Cell.of(row.id().toString()),
        Grid.Cell.of(row.column().title()),
        Grid.Cell.of(Integer.toString(bytes.forkValues().size())),
        RateDetails.percent(bytes.cv()),
        RateDetails.percent(Resolution.of(bytes)));
  }
}
