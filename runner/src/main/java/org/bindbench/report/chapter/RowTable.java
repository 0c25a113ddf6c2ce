package org.bindbench.report.chapter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summary;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Metric;
import org.bindbench.report.Sentences;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** A row per row of a case and a column per metric. */
public final class RowTable {
  /** Where a metric is shown. */
  public enum Where {
    /** In full tables alone, with its interval. */
    FULL,
    /** Everywhere, with its interval in full tables. */
    VALUE,
    /** Everywhere with its interval. */
    INTERVAL
  }

  /** A column for a metric. */
  public record Shown(String title, Metric metric, Where where) {
    private boolean isIn(boolean full) {
      return full || where != Where.FULL;
    }

    private boolean hasInterval(boolean full) {
      return full || where == Where.INTERVAL;
    }
  }

  private final List<CaseResult> rows;
  private final List<Shown> shown;

  /** A table of the rows of one case. */
  public RowTable(List<CaseResult> rows, List<Shown> shown) {
    this.rows = List.copyOf(rows);
    this.shown = List.copyOf(shown);
  }

  /** What fits a terminal. */
  public Grid brief() {
    return grid(false);
  }

  /** Every metric with its interval, and the number of forks. */
  public Grid full() {
    return grid(true);
  }

  private Grid grid(boolean full) {
    List<String> params = List.copyOf(params());
    List<Grid.Column> columns = new ArrayList<>();
    params.forEach(name -> columns.add(Grid.Column.words(name)));
    columns.add(Grid.Column.words("engine"));
    for (Shown each : columns(full)) {
      columns.add(Grid.Column.numbers(each.title()));
      if (each.hasInterval(full)) columns.add(Grid.Column.numbers("95 %"));
    }
    if (full) columns.add(Grid.Column.numbers("forks"));
    columns.add(Grid.Column.words("note"));
    List<List<Grid.Cell>> lines = new ArrayList<>();
    for (CaseResult row : rows) lines.add(line(params, row, full));
    return new Grid(columns, lines).withoutEmptyColumns();
  }

  private List<Shown> columns(boolean full) {
    return shown.stream().filter(each -> each.isIn(full)).toList();
  }

  private Set<String> params() {
    Set<String> names = new TreeSet<>();
    rows.forEach(row -> names.addAll(row.id().params().keySet()));
    return names;
  }

  private List<Grid.Cell> line(List<String> params, CaseResult row, boolean full) {
    List<Grid.Cell> cells = new ArrayList<>();
    params.forEach(name -> cells.add(Grid.Cell.of(word(row.id().params().get(name)))));
    cells.add(Grid.Cell.of(row.column().title()));
    for (Shown each : columns(full)) {
      Optional<Summary> summary = row.summary(each.metric().id());
      cells.add(value(row, each.metric(), summary));
      if (each.hasInterval(full))
        cells.add(
            new Grid.Cell(
                summary.filter(RowTable::hasInterval).map(Figures::interval).orElse(""),
                Tone.QUIET));
    }
    if (full) cells.add(Grid.Cell.of(row.isCompleted() ? Integer.toString(forks(row)) : ""));
    cells.add(new Grid.Cell(note(row), Tone.DOUBTFUL));
    return cells;
  }

  private static int forks(CaseResult row) {
    return row.summaries().get(0).forkValues().size();
  }

  private static String word(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value.replace('_', ' ');
  }

  private static boolean hasInterval(Summary summary) {
    return summary.estimate().isPresent();
  }

  private static Grid.Cell value(CaseResult row, Metric metric, Optional<Summary> summary) {
    if (summary.isPresent())
      return Grid.Cell.of(Figures.cell(summary.get().value(), summary.get().metric().unit()));
    boolean absent = row.absent().stream().anyMatch(each -> each.metric().equals(metric));
    return new Grid.Cell(absent ? "–" : "", Tone.QUIET);
  }

  /** The row's status where it has no figures, else the words that stand beside them. */
  private static String note(CaseResult row) {
    if (!row.isCompleted())
      return row.status().toLowerCase(Locale.ROOT).replace('_', ' ') + ", see below";
    return String.join(", ", row.caveats().stream().map(Caveat::word).toList());
  }

  /** How many forks are behind the figures, and why a dash stands in the table. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    List<Integer> forks =
        rows.stream()
            .filter(CaseResult::isCompleted)
            .map(RowTable::forks)
            .distinct()
            .sorted()
            .toList();
    if (!forks.isEmpty()) notes.add(behind(forks));
    notes.addAll(absent());
    return notes;
  }

  private static String behind(List<Integer> forks) {
    if (forks.equals(List.of(1))) return "one fork, so there are no intervals";
    String number =
        forks.size() == 1
            ? Integer.toString(forks.get(0))
            : forks.get(0) + " to " + forks.get(forks.size() - 1);
    return "over " + number + " forks";
  }

  private List<String> absent() {
    Map<String, Set<String>> subjects = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    for (CaseResult row : rows)
      for (Absent absent : row.absent())
        title(absent.metric())
            .map(title -> title + ": " + absent.reason())
            .ifPresent(
                reason -> {
                  words.putIfAbsent(reason, Sentences.lack(row, absent));
                  subjects
                      .computeIfAbsent(reason, any -> new LinkedHashSet<>())
                      .add(row.column().inSentence());
                });
    List<String> notes = new ArrayList<>();
    subjects.forEach(
        (reason, columns) ->
            notes.add(words.get(reason) + String.join(", ", columns) + ", " + reason));
    return notes;
  }

  private Optional<String> title(Metric metric) {
    return shown.stream()
        .filter(each -> each.metric().id().equals(metric.id()))
        .map(Shown::title)
        .findFirst();
  }
}
