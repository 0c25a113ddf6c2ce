package org.bindbench.cli.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.cli.Terminal;
import org.bindbench.config.Settings;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.KeptMetric;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baseline show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show a baseline: where it comes from, its fingerprint and its figures.")
public final class ShowBaseline implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "NAME|FILE", description = "A stored baseline, or the file of one.")
  String name = "";

  /** A command that prints there. */
  public ShowBaseline(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Settings settings = place.settings();
    Baseline baseline = Comparand.baseline(name, settings);
    Page page = new Page(terminal.style());
    page.wrapped("", "Baseline " + baseline.name(), Tone.HEADING);
    page.wrapped(
        "  Saved    ",
        ListBaselines.TIME.format(baseline.savedAt()) + " UTC, by " + baseline.origin(),
        Tone.PLAIN);
    page.wrapped(
        "  Run      ",
        baseline.run()
            + ", started "
            + ListBaselines.TIME.format(baseline.startedAt())
            + " UTC with Bindbench "
            + baseline.bindbench()
            + ": "
            + String.join(" ", baseline.command()),
        Tone.PLAIN);
    page.section("", "Facts that all rows share");
    baseline.facts().forEach((fact, value) -> page.wrapped("  " + fact + ": ", value, Tone.PLAIN));
    page.section("", "Figures");
    page.table(figures(baseline));
    terminal.out().print(page.text());
    return 0;
  }

  private static Grid figures(Baseline baseline) {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (KeptRow row : baseline.rows()) {
      if (!row.completed()) rows.add(cells(row, "", "", "", row.wrong()));
      for (KeptMetric metric : row.metrics()) {
        Summary summary = Summaries.summarise(metric.metric(), metric.forks());
        rows.add(
            cells(
                row,
                Figures.quantity(summary.value(), metric.metric().unit()),
                Figures.interval(summary),
                String.valueOf(metric.forks().size()),
                String.join(", ", row.flags())));
      }
    }
    return new Grid(
            List.of(
                Grid.Column.words("case"),
                Grid.Column.words("column"),
                Grid.Column.numbers("figure"),
                Grid.Column.numbers("95 % interval"),
                Grid.Column.numbers("forks"),
                Grid.Column.words("note")),
            rows)
        .withoutEmptyColumns();
  }

  private static List<Grid.Cell> cells(
      KeptRow row, String figure, String interval, String forks, String note) {
    return List.of(
        Grid.Cell.of(row.id().toString()),
        Grid.Cell.of(new Column(row.engine(), row.style(), row.setup()).title()),
        Grid.Cell.of(figure),
        Grid.Cell.of(interval),
        Grid.Cell.of(forks),
        Grid.Cell.of(note));
  }
}
