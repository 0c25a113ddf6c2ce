package org.bindbench.report.pauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.pauses.CollectorChoice;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.PauseMetrics;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** The tables of one case. */
final class PauseGrids {
  private PauseGrids() {}

  /** How long the script stood still. */
  static Grid pauses(List<CaseResult> rows) {
    List<Grid.Column> columns =
        columns("engine", "pauses", "P50", "P95", "P95 at most", "P99", "longest", "to stop");
    columns.add(Grid.Column.numbers("paused"));
    columns.add(Grid.Column.numbers("forced"));
    List<List<Grid.Cell>> cells = new ArrayList<>();
    for (CaseResult row : rows) {
      List<Grid.Cell> line = begin(row);
      if (row.isCompleted()) {
        line.add(Grid.Cell.of(count(row)));
        line.add(value(row, PauseMetrics.PAUSE_P50));
        line.add(value(row, PauseMetrics.PAUSE_P95));
        line.add(atMost(row));
        line.add(value(row, PauseMetrics.PAUSE_P99));
        line.add(most(row, PauseMetrics.PAUSE_LONGEST));
        line.add(most(row, PauseMetrics.SAFEPOINT_LONGEST));
        line.add(value(row, PauseMetrics.PAUSED_SHARE));
        line.add(unlessNone(row, PauseMetrics.FORCED_COLLECTIONS));
      } else fail(row, columns, line);
      cells.add(line);
    }
    return new Grid(columns, cells).withoutEmptyColumns();
  }

  /** What the collector did, and what for. */
  static Grid work(List<CaseResult> rows) {
    List<Grid.Column> columns =
        columns(
            "engine",
            "operations/s",
            "allocated/s",
            "young",
            "old",
            "full",
            "promoted/op",
            "freed/ms",
            "GC's CPU",
            "beside");
    columns.add(Grid.Column.numbers("stalled"));
    columns.add(Grid.Column.numbers("most heap"));
    List<List<Grid.Cell>> cells = new ArrayList<>();
    for (CaseResult row : rows) {
      List<Grid.Cell> line = begin(row);
      if (row.isCompleted()) {
        line.add(value(row, PauseMetrics.THROUGHPUT));
        line.add(bytes(row, PauseMetrics.ALLOCATION_RATE));
        line.add(perThousand(row, PauseMetrics.YOUNG_COLLECTIONS));
        line.add(perThousand(row, PauseMetrics.OLD_COLLECTIONS));
        line.add(unlessNone(row, PauseMetrics.FULL_COLLECTIONS));
        line.add(bytes(row, PauseMetrics.PROMOTED_BYTES));
        line.add(bytes(row, PauseMetrics.FREED_PER_MILLISECOND));
        line.add(value(row, PauseMetrics.COLLECTOR_CPU));
        line.add(unlessNone(row, PauseMetrics.CONCURRENT_SHARE));
        line.add(unlessNone(row, PauseMetrics.STALLED_SHARE));
        line.add(value(row, PauseMetrics.PEAK_HEAP));
      } else fail(row, columns, line);
      cells.add(line);
    }
    return new Grid(columns, cells).withoutEmptyColumns();
  }

  /** Collectors side by side, to choose from. */
  static Grid choices(List<CollectorChoice> choices) {
    List<Grid.Column> columns = columns("engine");
    columns.add(Grid.Column.words("collector"));
    for (String title :
        List.of(
            "operations/s", "95 % interval", "P95", "longest", "GC's CPU", "stalled", "most heap"))
      columns.add(Grid.Column.numbers(title));
    List<List<Grid.Cell>> cells = new ArrayList<>();
    for (CollectorChoice choice : choices)
      for (CaseResult row : choice.rows())
        cells.add(
            List.of(
                Grid.Cell.of(choice.column().title()),
                Grid.Cell.of(row.setup()),
                value(row, PauseMetrics.THROUGHPUT),
                new Grid.Cell(
                    row.summary(PauseMetrics.THROUGHPUT.id()).map(Figures::interval).orElse(""),
                    Tone.QUIET),
                value(row, PauseMetrics.PAUSE_P95),
                most(row, PauseMetrics.PAUSE_LONGEST),
                value(row, PauseMetrics.COLLECTOR_CPU),
                unlessNone(row, PauseMetrics.STALLED_SHARE),
                value(row, PauseMetrics.PEAK_HEAP)));
    return new Grid(columns, cells).withoutEmptyColumns();
  }

  private static List<Grid.Column> columns(String first, String... numbers) {
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(Grid.Column.words(first));
    for (String title : numbers) columns.add(Grid.Column.numbers(title));
    return columns;
  }

  private static List<Grid.Cell> begin(CaseResult row) {
    List<Grid.Cell> line = new ArrayList<>();
    line.add(Grid.Cell.of(row.column().title()));
    return line;
  }

  private static void fail(CaseResult row, List<Grid.Column> columns, List<Grid.Cell> line) {
    line.add(new Grid.Cell(row.status().toLowerCase(Locale.ROOT).replace('_', ' '), Tone.DOUBTFUL));
    while (line.size() < columns.size()) line.add(Grid.Cell.of(""));
  }

  /** Pauses of all forks together. */
  private static String count(CaseResult row) {
    return row.summary(PauseMetrics.PAUSES.id())
        .map(each -> each.forkValues().stream().mapToDouble(Double::doubleValue).sum())
        .map(sum -> String.format(Locale.ROOT, "%,.0f", sum))
        .orElse("");
  }

  private static Grid.Cell atMost(CaseResult row) {
    return Grid.Cell.of(
        row.summary(PauseMetrics.PAUSE_P95.id())
            .flatMap(Summary::estimate)
            .map(Estimate::high)
            .map(high -> Figures.cell(high, PauseMetrics.PAUSE_P95.unit()))
            .orElse(""));
  }

  private static Grid.Cell value(CaseResult row, Metric metric) {
    return row.summary(metric.id())
        .map(summary -> Grid.Cell.of(Figures.cell(summary.value(), metric.unit())))
        .orElseGet(() -> none(row, metric));
  }

  /** The most of any fork. */
  private static Grid.Cell most(CaseResult row, Metric metric) {
    return row.summary(metric.id())
        .map(summary -> Grid.Cell.of(Figures.cell(summary.max(), metric.unit())))
        .orElseGet(() -> none(row, metric));
  }

  private static Grid.Cell bytes(CaseResult row, Metric metric) {
    return row.summary(metric.id())
        .map(summary -> Grid.Cell.of(Figures.bytes(summary.value())))
        .orElseGet(() -> none(row, metric));
  }

  /** Nothing where no fork had any: then the column may be left out. */
  private static Grid.Cell unlessNone(CaseResult row, Metric metric) {
    Optional<Summary> summary = row.summary(metric.id());
    if (summary.isPresent() && summary.get().max() == 0) return Grid.Cell.of("");
    return metric.unit().isEmpty() ? most(row, metric) : value(row, metric);
  }

  private static Grid.Cell perThousand(CaseResult row, Metric metric) {
    return row.summary(metric.id())
        .map(summary -> Grid.Cell.of(Figures.si(summary.value())))
        .orElseGet(() -> none(row, metric));
  }

  private static Grid.Cell none(CaseResult row, Metric metric) {
    return row.absent().stream()
        .filter(each -> each.metric().id().equals(metric.id()))
        .map(Absent::reason)
        .map(reason -> reason.startsWith("unsupported: ") ? "unsupported" : "no figure")
        .map(word -> new Grid.Cell(word, Tone.QUIET))
        .findFirst()
        .orElse(Grid.Cell.of(""));
  }
}
