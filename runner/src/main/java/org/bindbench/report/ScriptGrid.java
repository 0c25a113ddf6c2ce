package org.bindbench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summary;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/**
 * The tables of a plain script: what the host measured, and what the script said of itself. A row
 * per metric, a column per engine.
 */
final class ScriptGrid {
  private final List<CaseResult> rows;

  ScriptGrid(Question question) {
    this.rows = question.rows();
  }

  /** Both tables; the second is left out where the script said nothing. */
  List<Grid> grids() {
    List<Grid> grids = new ArrayList<>();
    grids.add(grid("measured by the host", false));
    Grid reported = grid("reported by the script", true);
    if (!reported.rows().isEmpty()) grids.add(reported);
    return grids;
  }

  private Grid grid(String title, boolean reported) {
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(Grid.Column.words(title));
    for (CaseResult row : rows) {
      columns.add(Grid.Column.numbers(row.column().title()));
      columns.add(Grid.Column.numbers("95 % interval"));
    }
    List<List<Grid.Cell>> lines = new ArrayList<>();
    if (!reported && !rows.stream().allMatch(CaseResult::isCompleted)) lines.add(status());
    for (String metric : metrics(reported)) {
      List<Grid.Cell> cells = new ArrayList<>();
      cells.add(Grid.Cell.of(metric.replace('_', ' ')));
      for (CaseResult row : rows) {
        Optional<Summary> summary =
            row.summary(metric).filter(each -> each.metric().reported() == reported);
        cells.add(Grid.Cell.of(summary.map(ScriptGrid::value).orElse("")));
        cells.add(new Grid.Cell(summary.map(ScriptGrid::interval).orElse(""), Tone.QUIET));
      }
      lines.add(cells);
    }
    return new Grid(columns, lines).withoutEmptyColumns();
  }

  private List<Grid.Cell> status() {
    List<Grid.Cell> cells = new ArrayList<>();
    cells.add(Grid.Cell.of("status"));
    for (CaseResult row : rows) {
      cells.add(QuestionGrid.status(row));
      cells.add(Grid.Cell.of(""));
    }
    return cells;
  }

  /** In the order of the first row that has them. */
  private Set<String> metrics(boolean reported) {
    Set<String> ids = new LinkedHashSet<>();
    for (CaseResult row : rows)
      row.summaries().stream()
          .map(Summary::metric)
          .filter(metric -> metric.reported() == reported)
          .filter(metric -> !metric.id().equals(Metrics.RULER.id()))
          .forEach(metric -> ids.add(metric.id()));
    return ids;
  }

  private static String value(Summary summary) {
    return Figures.quantity(summary.value(), summary.metric().unit());
  }

  private static String interval(Summary summary) {
    boolean isJudgement =
        summary.metric().unit().isEmpty() || summary.metric().unit().equals("verdict");
    return isJudgement || summary.estimate().isEmpty() ? "" : Figures.interval(summary);
  }
}
