package org.bindbench.report.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.leak.CycleGrowth;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.model.Role;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** The rows of one case: verdict first, then the figures that it rests on. */
record LeakTable(List<LeakRow> rows) {
  private static final String INTERVAL = "95 % interval";

  LeakTable {
    rows = List.copyOf(rows);
  }

  /** What fits a terminal. */
  Grid brief() {
    List<Grid.Column> columns = start();
    columns.add(Grid.Column.words("verdict"));
    columns.add(Grid.Column.numbers("a cycle"));
    columns.add(Grid.Column.numbers(INTERVAL));
    columns.add(Grid.Column.numbers("per 1,000"));
    columns.add(Grid.Column.numbers("seen from"));
    columns.add(Grid.Column.words("note"));
    return new Grid(
            columns,
            rows.stream()
                .map(
                    row -> {
                      List<Grid.Cell> cells = start(row);
                      cells.add(verdict(row));
                      cells.add(number(row, growth -> growth.perCycle().value()));
                      cells.add(interval(row, CycleGrowth::perCycle));
                      cells.add(otherThanACycle(row));
                      cells.add(number(row, CycleGrowth::detectable));
                      cells.add(note(row));
                      return List.copyOf(cells);
                    })
                .toList())
        .withoutEmptyColumns();
  }

  /** Every figure, and the reason. */
  Grid full() {
    List<Grid.Column> columns = start();
    columns.add(Grid.Column.words("verdict"));
    columns.add(Grid.Column.numbers("bytes a cycle"));
    columns.add(Grid.Column.numbers(INTERVAL));
    columns.add(Grid.Column.numbers("per 1,000 operations"));
    columns.add(Grid.Column.numbers(INTERVAL));
    columns.add(Grid.Column.numbers("at least in all"));
    columns.add(Grid.Column.numbers("floor a cycle"));
    columns.add(Grid.Column.numbers("seen from, a cycle"));
    columns.add(Grid.Column.numbers("cycles"));
    columns.add(Grid.Column.words("why"));
    columns.add(Grid.Column.words("note"));
    return new Grid(
            columns,
            rows.stream()
                .map(
                    row -> {
                      List<Grid.Cell> cells = start(row);
                      cells.add(verdict(row));
                      cells.add(number(row, growth -> growth.perCycle().value()));
                      cells.add(interval(row, CycleGrowth::perCycle));
                      cells.add(number(row, growth -> growth.perThousand().value()));
                      cells.add(interval(row, CycleGrowth::perThousand));
                      cells.add(number(row, CycleGrowth::leastTotal));
                      cells.add(number(row, CycleGrowth::floor));
                      cells.add(number(row, CycleGrowth::detectable));
                      cells.add(
                          Grid.Cell.of(
                              row.finding()
                                  .figures()
                                  .map(growth -> Integer.toString(growth.cycles()))
                                  .orElse("")));
                      cells.add(Grid.Cell.of(row.finding().reason()));
                      cells.add(note(row));
                      return List.copyOf(cells);
                    })
                .toList())
        .withoutEmptyColumns();
  }

  private List<Grid.Column> start() {
    List<Grid.Column> columns = new ArrayList<>();
    params().forEach(name -> columns.add(Grid.Column.words(name)));
    columns.add(Grid.Column.words("engine"));
    return columns;
  }

  private List<Grid.Cell> start(LeakRow row) {
    List<Grid.Cell> cells = new ArrayList<>();
    params()
        .forEach(name -> cells.add(Grid.Cell.of(row.spec().id().params().getOrDefault(name, ""))));
    cells.add(Grid.Cell.of(row.column().title()));
    return cells;
  }

  private Set<String> params() {
    return rows.stream()
        .flatMap(row -> row.spec().id().params().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Grid.Cell verdict(LeakRow row) {
    String severity = row.severity().map(each -> ", " + each.title()).orElse("");
    return new Grid.Cell(row.verdict().title() + severity, tone(row));
  }

  private static Tone tone(LeakRow row) {
    if (!row.isTrusted() && !row.isInvalid()) return Tone.DOUBTFUL;
    return switch (row.verdict()) {
      case NO_LEAK, PLANTED_FOUND, CONTROL_STILL -> Tone.GOOD;
      case LEAKS_AS_DECLARED -> Tone.PLAIN;
      case LEAK, CONTROL_GROWS, PLANTED_NOT_FOUND -> Tone.BAD;
      case SUSPECTED, NOT_DECIDED, DECLARED_BUT_NOT_FOUND -> Tone.DOUBTFUL;
    };
  }

  /** Per 1,000 operations; nothing where that is what a cycle has. */
  private static Grid.Cell otherThanACycle(LeakRow row) {
    return row.finding().figures().filter(growth -> growth.operations() == 1_000).isPresent()
        ? Grid.Cell.of("")
        : number(row, growth -> growth.perThousand().value());
  }

  private static Grid.Cell note(LeakRow row) {
    List<String> notes = new ArrayList<>();
    if (!row.isTrusted()) notes.add("not to be trusted");
    if (row.role() != Role.PLANTED
        && row.finding().figures().filter(CycleGrowth::missesTarget).isPresent())
      notes.add("above target");
    return new Grid.Cell(String.join(", ", notes), Tone.DOUBTFUL);
  }

  private static Grid.Cell number(LeakRow row, ToDoubleFunction<CycleGrowth> figure) {
    return Grid.Cell.of(
        row.finding()
            .figures()
            .map(growth -> Figures.bytes(figure.applyAsDouble(growth)))
            .orElse(""));
  }

  private static Grid.Cell interval(LeakRow row, Function<CycleGrowth, Estimate> figure) {
    return new Grid.Cell(
        row.finding()
            .figures()
            .map(figure)
            .map(each -> "[" + Figures.bytes(each.low()) + ", " + Figures.bytes(each.high()) + "]")
            .orElse(""),
        Tone.QUIET);
  }
}
