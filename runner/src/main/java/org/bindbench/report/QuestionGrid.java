package org.bindbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summary;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** The table that answers one question. */
final class QuestionGrid {
  /** How much of what is known goes into the table. */
  enum Detail {
    /** What fits a terminal; the case's name heads the rows. */
    BRIEF,
    /** Every interval as well. */
    FULL
  }

  /** A column for a metric: its heading, the metric, and what of it is shown. */
  private record Shown(String title, String metric, Form form) {}

  private enum Form {
    VALUE,
    INTERVAL
  }

  private static final String INTERVAL = "95 % interval";

  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry(Metrics.ALLOCATED_BYTES.id(), "bytes/op"),
          Map.entry(Metrics.RETAINED_BYTES.id(), "bytes/object"),
          Map.entry(Metrics.CLEANUP_EFFICIENCY.id(), "given back"),
          Map.entry(Metrics.RECOVERY_TIME.id(), "after"),
          Map.entry(Metrics.CLEARED_FIRST.id(), "cleared first"),
          Map.entry(Metrics.CLEAR_TIME.id(), "all cleared"),
          Map.entry(Metrics.CALLED.id(), "called back"),
          Map.entry(Metrics.CALLBACKS_TIME.id(), "callbacks done"),
          Map.entry(Metrics.GROWTH_PER_CYCLE.id(), "bytes/cycle"),
          Map.entry(Metrics.GROWTH_TOTAL.id(), "grown in all"),
          Map.entry(Metrics.RELEASE_TIME.id(), "free after"),
          Map.entry(Metrics.TIME_EXPONENT.id(), "time n^"),
          Map.entry(Metrics.MEMORY_EXPONENT.id(), "memory n^"),
          Map.entry(Metrics.LARGEST_TIME.id(), "largest takes"),
          Map.entry(Metrics.LARGEST_BYTES.id(), "largest keeps"),
          Map.entry(Metrics.THROUGHPUT.id(), "operations/s"));

  private final Question question;
  private final Detail detail;

  QuestionGrid(Question question, Detail detail) {
    this.question = question;
    this.detail = detail;
  }

  /** The heading of a metric's column. */
  static String title(String metric) {
    return TITLES.getOrDefault(metric, metric.replace('_', ' '));
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
      row.summaries().stream()
          .filter(summary -> !summary.metric().id().equals(Metrics.RULER.id()))
          .forEach(summary -> rows.add(metricRow(row, summary)));
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
    columns.add(Grid.Column.words(isNamed() ? question.name() : "engine"));
    return columns;
  }

  /**
   * Whether the case's name heads the rows: there must be room, and it is not the title already.
   */
  private boolean isNamed() {
    return detail == Detail.BRIEF
        && question.params().isEmpty()
        && !question.text().equals(question.id());
  }

  private List<Grid.Cell> start(CaseResult row) {
    List<Grid.Cell> cells = new ArrayList<>();
    question
        .params()
        .forEach(name -> cells.add(Grid.Cell.of(row.id().params().getOrDefault(name, ""))));
    cells.add(Grid.Cell.of(row.column().title()));
    return cells;
  }

  private List<Shown> shown() {
    List<Shown> shown = new ArrayList<>();
    switch (question.kind()) {
      case RETAINED -> {
        shown.add(value(Metrics.RETAINED_BYTES));
        shown.add(new Shown(INTERVAL, Metrics.RETAINED_BYTES.id(), Form.INTERVAL));
        add(shown, Metrics.CLEANUP_EFFICIENCY);
        add(shown, Metrics.RECOVERY_TIME);
      }
      case WEAKREF -> {
        add(shown, Metrics.CLEARED_FIRST);
        add(shown, Metrics.CLEAR_TIME);
        add(shown, Metrics.CALLED);
        add(shown, Metrics.CALLBACKS_TIME);
      }
      case LIFECYCLE -> {
        shown.add(value(Metrics.GROWTH_PER_CYCLE));
        shown.add(new Shown(INTERVAL, Metrics.GROWTH_PER_CYCLE.id(), Form.INTERVAL));
        add(shown, Metrics.GROWTH_TOTAL);
        add(shown, Metrics.RELEASE_TIME);
      }
      case SCALING -> {
        shown.add(value(Metrics.TIME_EXPONENT));
        shown.add(new Shown(INTERVAL, Metrics.TIME_EXPONENT.id(), Form.INTERVAL));
        shown.add(value(Metrics.MEMORY_EXPONENT));
        shown.add(new Shown(INTERVAL, Metrics.MEMORY_EXPONENT.id(), Form.INTERVAL));
        if (detail == Detail.FULL) {
          add(shown, Metrics.LARGEST_TIME);
          add(shown, Metrics.LARGEST_BYTES);
        }
      }
      case CONCURRENT -> {
        shown.add(value(Metrics.FAULTS));
        shown.add(value(Metrics.EXCEPTIONS));
        add(shown, Metrics.THROUGHPUT);
        add(shown, Metrics.MEMORY_BACK);
      }
      default -> {
        shown.add(new Shown(rateUnit(), Metrics.RATE, Form.VALUE));
        shown.add(new Shown(INTERVAL, Metrics.RATE, Form.INTERVAL));
        shown.add(value(Metrics.ALLOCATED_BYTES));
      }
    }
    return shown;
  }

  private static Shown value(Metric metric) {
    return new Shown(title(metric.id()), metric.id(), Form.VALUE);
  }

  /** A value, and its interval where there is room. */
  private void add(List<Shown> shown, Metric metric) {
    shown.add(value(metric));
    if (detail == Detail.FULL) shown.add(new Shown(INTERVAL, metric.id(), Form.INTERVAL));
  }

  private String rateUnit() {
    return question.rows().stream()
        .flatMap(row -> row.summary(Metrics.RATE).stream())
        .map(summary -> summary.metric().unit())
        .findFirst()
        .orElse(question.rows().get(0).declaration().unit() + "/s");
  }

  private static Grid.Cell cell(CaseResult row, Shown shown) {
    Optional<Summary> found = row.summary(shown.metric());
    if (found.isEmpty()) {
      if (shown.form() != Form.VALUE) return Grid.Cell.of("");
      return row.absent().stream()
          .filter(each -> each.metric().id().equals(shown.metric()))
          .map(each -> Sentences.isUnsupported(each.reason()) ? "unsupported" : "no figure")
          .map(word -> new Grid.Cell(word, Tone.QUIET))
          .findFirst()
          .orElse(Grid.Cell.of(""));
    }
    Summary summary = found.get();
    String unit = summary.metric().unit();
    return switch (shown.form()) {
      case VALUE -> Grid.Cell.of(Figures.cell(summary.value(), unit));
      case INTERVAL -> new Grid.Cell(Figures.interval(summary), Tone.QUIET);
    };
  }

  static Grid.Cell status(CaseResult row) {
    Tone tone = ExitCode.isError(row) ? Tone.BAD : Tone.DOUBTFUL;
    return new Grid.Cell(Notes.status(row), tone);
  }

  private static Grid.Cell notes(List<String> notes) {
    return new Grid.Cell(String.join(", ", notes), Tone.DOUBTFUL);
  }
}
