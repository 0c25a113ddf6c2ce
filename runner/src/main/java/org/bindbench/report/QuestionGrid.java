package org.bindbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Summary;

/** The table that answers one question. */
final class QuestionGrid {
  /** How much of what is known goes into the table. */
  enum Detail {
    /** What fits a terminal. */
    BRIEF,
    /** Spread, forks and processor use as well. */
    FULL
  }

  /** A column for a metric: its heading, the metric, and what of it is shown. */
  private record Shown(String title, String metric, Form form) {}

  private enum Form {
    VALUE,
    INTERVAL,
    SPREAD,
    FORKS
  }

  private static final String INTERVAL = "95 % interval";

  private final Question question;
  private final Detail detail;

  QuestionGrid(Question question, Detail detail) {
    this.question = question;
    this.detail = detail;
  }

  Grid grid() {
    Grid grid = question.kind() == Question.Kind.OTHER ? byMetric() : byRow();
    return grid.withoutEmptyColumns();
  }

  private Grid byRow() {
    List<Shown> shown = shown();
    List<Grid.Column> columns = start();
    shown.forEach(each -> columns.add(Grid.Column.numbers(each.title())));
    columns.add(Grid.Column.words("note"));
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (CaseResult row : question.rows()) {
      List<Grid.Cell> cells = start(row);
      if (row.isCompleted()) {
        shown.forEach(each -> cells.add(cell(row, each)));
      } else {
        cells.add(status(row));
        shown.stream().skip(1).forEach(each -> cells.add(Grid.Cell.of("")));
      }
      cells.add(notes(Notes.of(row)));
      rows.add(cells);
    }
    return new Grid(columns, rows);
  }

  private Grid byMetric() {
    List<Grid.Column> columns = start();
    columns.add(Grid.Column.words("metric"));
    columns.add(Grid.Column.numbers("value"));
    columns.add(Grid.Column.numbers(INTERVAL));
    columns.add(Grid.Column.words("note"));
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (CaseResult row : question.rows()) {
      if (!row.isCompleted()) {
        List<Grid.Cell> cells = start(row);
        cells.add(Grid.Cell.of(""));
        cells.add(status(row));
        cells.add(Grid.Cell.of(""));
        cells.add(notes(Notes.of(row)));
        rows.add(cells);
      }
      row.summaries().forEach(summary -> rows.add(metricRow(row, summary)));
    }
    return new Grid(columns, rows);
  }

  private List<Grid.Cell> metricRow(CaseResult row, Summary summary) {
    List<Grid.Cell> cells = start(row);
    boolean counted = summary.metric().unit().isEmpty();
    boolean single = summary.forkValues().size() == 1;
    cells.add(Grid.Cell.of(summary.metric().id().replace('_', ' ')));
    cells.add(Grid.Cell.of(Figures.quantity(summary.value(), summary.metric().unit())));
    cells.add(Grid.Cell.of(counted || single ? "" : Figures.interval(summary)));
    cells.add(notes(Notes.of(row, summary)));
    return cells;
  }

  private List<Grid.Column> start() {
    List<Grid.Column> columns = new ArrayList<>();
    question.params().forEach(name -> columns.add(Grid.Column.words(name)));
    columns.add(Grid.Column.words("engine"));
    return columns;
  }

  private List<Grid.Cell> start(CaseResult row) {
    List<Grid.Cell> cells = new ArrayList<>();
    question
        .params()
        .forEach(name -> cells.add(Grid.Cell.of(row.id().params().getOrDefault(name, ""))));
    cells.add(Grid.Cell.of(row.column()));
    return cells;
  }

  private List<Shown> shown() {
    boolean full = detail == Detail.FULL;
    List<Shown> shown = new ArrayList<>();
    switch (question.kind()) {
      case RETAINED -> {
        shown.add(new Shown("bytes/object", "retained_bytes", Form.VALUE));
        shown.add(new Shown(INTERVAL, "retained_bytes", Form.INTERVAL));
        if (full) shown.add(new Shown("forks", "retained_bytes", Form.FORKS));
        add(shown, "given back", "cleanup_efficiency");
        add(shown, "after", "recovery_time");
      }
      case WEAKREF -> {
        add(shown, "cleared first", "cleared_first");
        add(shown, "all cleared", "clear_time");
        add(shown, "called back", "called");
        add(shown, "callbacks done", "callbacks_time");
        if (full) shown.add(new Shown("forks", "cleared_first", Form.FORKS));
      }
      default -> {
        shown.add(new Shown(rateUnit(), "rate", Form.VALUE));
        shown.add(new Shown(INTERVAL, "rate", Form.INTERVAL));
        if (full) shown.add(new Shown("CV", "rate", Form.SPREAD));
        if (full) shown.add(new Shown("forks", "rate", Form.FORKS));
        shown.add(new Shown("bytes/op", "allocated_bytes", Form.VALUE));
        if (full) shown.add(new Shown("CPU/wall", "cpu_per_wall", Form.VALUE));
      }
    }
    return shown;
  }

  /** A value, and its interval where there is room. */
  private void add(List<Shown> shown, String title, String metric) {
    shown.add(new Shown(title, metric, Form.VALUE));
    if (detail == Detail.FULL) shown.add(new Shown(INTERVAL, metric, Form.INTERVAL));
  }

  private String rateUnit() {
    return question.rows().stream()
        .flatMap(row -> row.summary("rate").stream())
        .map(summary -> summary.metric().unit())
        .findFirst()
        .orElse(question.rows().get(0).declaration().unit() + "/s");
  }

  private static Grid.Cell cell(CaseResult row, Shown shown) {
    Optional<Summary> found = row.summary(shown.metric());
    if (found.isEmpty()) {
      boolean absent =
          row.absent().stream().anyMatch(each -> each.metric().id().equals(shown.metric()));
      return absent && shown.form() == Form.VALUE
          ? new Grid.Cell("unsupported", Tone.QUIET)
          : Grid.Cell.of("");
    }
    Summary summary = found.get();
    String unit = summary.metric().unit();
    return switch (shown.form()) {
      case VALUE -> Grid.Cell.of(Figures.cell(summary.value(), unit));
      case INTERVAL -> new Grid.Cell(Figures.interval(summary), Tone.QUIET);
      case SPREAD ->
          Grid.Cell.of(Double.isFinite(summary.cv()) ? Figures.percent(summary.cv()) : "");
      case FORKS -> Grid.Cell.of(String.format(Locale.ROOT, "%d", summary.forkValues().size()));
    };
  }

  private static Grid.Cell status(CaseResult row) {
    Tone tone = ExitCode.isError(row) ? Tone.BAD : Tone.DOUBTFUL;
    return new Grid.Cell(Notes.status(row), tone);
  }

  private static Grid.Cell notes(List<String> notes) {
    return new Grid.Cell(String.join(", ", notes), Tone.DOUBTFUL);
  }
}
