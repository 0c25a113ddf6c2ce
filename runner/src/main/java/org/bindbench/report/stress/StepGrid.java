package org.bindbench.report.stress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.stress.Ladder;
import org.bindbench.analysis.stress.Ladders;
import org.bindbench.analysis.stress.Step;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/**
 * The steps of a case: a column per step, and for each engine what it did in a second and which
 * share of the time the collector took; medians where there are several forks.
 */
final class StepGrid {
  /** More steps than this do not fit a terminal. */
  private static final int MOST_BRIEF = 7;

  private StepGrid() {}

  /** What fits a terminal: of many steps the earlier ones are thinned out. */
  static Optional<Grid> brief(List<CaseResult> rows) {
    return of(rows, false);
  }

  /** Every step; empty where no row went by steps. */
  static Optional<Grid> full(List<CaseResult> rows) {
    return of(rows, true);
  }

  private static Optional<Grid> of(List<CaseResult> rows, boolean full) {
    Map<CaseResult, Ladder> ladders = new LinkedHashMap<>();
    TreeSet<Long> all = new TreeSet<>();
    for (CaseResult row : rows) {
      Ladder ladder = Ladders.of(row);
      if (ladder.steps().isEmpty()) continue;
      ladders.put(row, ladder);
      ladder.steps().forEach(step -> all.add(step.size()));
    }
    if (ladders.isEmpty()) return Optional.empty();
    List<Long> sizes = new ArrayList<>(all);
    for (int i = 1; !full && sizes.size() > MOST_BRIEF; i++) sizes.remove(i);
    boolean pool = rows.get(0).declaration().protocol().equals(StressMetrics.POOL);
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(Grid.Column.words(pool ? "waiting tasks" : "live set"));
    columns.add(Grid.Column.words(""));
    sizes.forEach(size -> columns.add(Grid.Column.numbers(pool ? size + "" : size + " %")));
    List<List<Grid.Cell>> lines = new ArrayList<>();
    String unit = (pool ? "tasks" : rows.get(0).declaration().unit()) + "/s";
    ladders.forEach(
        (row, ladder) -> {
          String title = row.column().title();
          lines.add(line(title, unit, ladder, sizes, step -> Figures.si(step.throughput())));
          lines.add(
              line(
                  "",
                  "collecting",
                  ladder,
                  sizes,
                  step -> Figures.quantity(step.collecting(), "%")));
        });
    return Optional.of(new Grid(columns, lines));
  }

  private static List<Grid.Cell> line(
      String title, String what, Ladder ladder, List<Long> sizes, Function<Step, String> figure) {
    List<Grid.Cell> cells = new ArrayList<>(List.of(Grid.Cell.of(title), Grid.Cell.of(what)));
    boolean named = !title.isEmpty();
    for (long size : sizes)
      cells.add(
          ladder.steps().stream()
              .filter(step -> step.size() == size)
              .map(step -> cell(step, named, figure))
              .findFirst()
              .orElse(Grid.Cell.of("")));
    return cells;
  }

  private static Grid.Cell cell(Step step, boolean named, Function<Step, String> figure) {
    if (step.passed()) return Grid.Cell.of(figure.apply(step));
    return new Grid.Cell(named ? word(step) : "", Tone.DOUBTFUL);
  }

  private static String word(Step step) {
    return switch (step.end()) {
      case OUT_OF_MEMORY -> "full";
      case WRONG -> "wrong";
      case NOT_TRIED, PASSED -> "–";
    };
  }
}
