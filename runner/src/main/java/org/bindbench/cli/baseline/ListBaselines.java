package org.bindbench.cli.baseline;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bindbench.cli.Terminal;
import org.bindbench.history.baseline.BaselineStore.Entry;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;
import org.bindbench.wire.StoredBaseline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code baseline list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the stored baselines, with those that are damaged.")
public final class ListBaselines implements Callable<Integer> {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Terminal terminal;

  @Mixin Place place = new Place();

  /** A command that prints there. */
  public ListBaselines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Entry> entries = Place.store(place.settings()).list();
    Page page = new Page(terminal.style());
    if (entries.isEmpty())
      page.wrapped(
          "",
          "No baseline is stored here. `all --save-baseline NAME` stores the run, if it passes.",
          Tone.PLAIN);
    else
      page.table(
          new Grid(
                  List.of(
                      Grid.Column.words("baseline"),
                      Grid.Column.words("saved (UTC)"),
                      Grid.Column.words("run"),
                      Grid.Column.words("engines"),
                      Grid.Column.numbers("rows"),
                      Grid.Column.words("machine"),
                      Grid.Column.words("state")),
                  entries.stream().map(ListBaselines::row).toList())
              .withoutEmptyColumns());
    terminal.out().print(page.text());
    return 0;
  }

  private static List<Grid.Cell> row(Entry entry) {
    return entry
        .baseline()
        .map(baseline -> row(entry.name(), baseline))
        .orElseGet(
            () ->
                List.of(
                    Grid.Cell.of(entry.name()),
                    Grid.Cell.of(""),
                    Grid.Cell.of(""),
                    Grid.Cell.of(""),
                    Grid.Cell.of(""),
                    Grid.Cell.of(""),
                    new Grid.Cell(state(entry.content()), Tone.BAD)));
  }

  private static List<Grid.Cell> row(String name, Baseline baseline) {
    Map<String, String> facts = baseline.facts();
    return List.of(
        Grid.Cell.of(name),
        Grid.Cell.of(TIME.format(baseline.savedAt())),
        Grid.Cell.of(baseline.run()),
        Grid.Cell.of(
            baseline.rows().stream()
                .map(KeptRow::engine)
                .distinct()
                .collect(Collectors.joining(", "))),
        Grid.Cell.of(String.valueOf(baseline.rows().size())),
        Grid.Cell.of(
            facts.getOrDefault("CPU", "") + ", " + facts.getOrDefault("cores", "") + " cores"),
        new Grid.Cell("intact", Tone.GOOD));
  }

  private static String state(StoredBaseline.Content content) {
    if (content instanceof StoredBaseline.Newer newer) return "of newer schema " + newer.schema();
    if (content instanceof StoredBaseline.Corrupt corrupt) return "corrupt: " + corrupt.reason();
    return "intact";
  }
}
