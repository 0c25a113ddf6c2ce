package org.bindbench.report.comparison;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.comparison.Side;
import org.bindbench.report.Sentences;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Style;
import org.bindbench.report.layout.Tone;

/** A comparison as a person reads it in the terminal when it has ended. */
public final class ComparisonConsole {
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Style style;

  /** A report for a terminal of that kind. */
  public ComparisonConsole(Style style) {
    this.style = style;
  }

  /**
   * The whole report, lines ended by {@code \n}.
   *
   * @param files the files that were written, named at the end; may be empty
   */
  public String text(ComparedRun run, List<Path> files) {
    Page page = new Page(style);
    header(page, run);
    rows(page, run);
    doubts(page, run, Verdict.INCONCLUSIVE, "Inconclusive, and what could have been seen");
    doubts(page, run, Verdict.NOT_COMPARABLE, "Not comparable");
    once(page, run);
    gates(page, run);
    outcome(page, run);
    files(page, files);
    return page.text();
  }

  private static void header(Page page, ComparedRun run) {
    page.wrapped(
        "",
        "Bindbench "
            + run.environment().bindbench()
            + " · compare · "
            + (run.interleaved() ? run.plan().level() + " level" : "two finished runs")
            + " · "
            + STARTED.format(run.startedAt())
            + (run.interleaved() ? " · took " + Figures.duration(run.elapsed()) : ""),
        Tone.HEADING);
    page.blank();
    for (Side side : Side.values())
      page.wrapped(
          side == Side.BASE ? "  Base     " : "  Head     ", Wording.side(run, side), Tone.PLAIN);
    if (!run.sides().both().isEmpty())
      page.wrapped("  Both     ", String.join(", ", run.sides().both()), Tone.PLAIN);
    page.wrapped("  Machine  ", Sentences.machine(run.environment()), Tone.PLAIN);
    page.wrapped("  Plan     ", Wording.plan(run), Tone.PLAIN);
    run.notes().forEach(note -> page.wrapped("  Note     ", note, Tone.DOUBTFUL));
  }

  private static void rows(Page page, ComparedRun run) {
    tables(
        page,
        run,
        run.rows().stream()
            .filter(row -> row.comparison().verdict() != Verdict.NOT_COMPARABLE)
            .toList());
    page.blank();
    page.wrapped("", Wording.DIRECTION, Tone.QUIET);
    if (Wording.isShared(run))
      page.wrapped("", "the timed cases of a fork took turns in one JVM", Tone.QUIET);
  }

  /** A table for each suite and pair of columns. */
  static void tables(Page page, ComparedRun run, List<ComparedRow> shown) {
    Map<String, List<ComparedRow>> byTitle =
        shown.stream()
            .collect(
                Collectors.groupingBy(
                    row -> title(row.comparison().subject()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byTitle.forEach(
        (title, rows) -> {
          page.section("📊", title);
          page.table(grid(run, rows));
        });
  }

  /** {@code suite · luaj → luajc}: what the rows of one table have in common. */
  static String title(Subject subject) {
    return subject.id().suite() + Wording.columns(subject);
  }

  static Grid grid(ComparedRun run, List<ComparedRow> rows) {
    List<List<Grid.Cell>> cells = new ArrayList<>();
    for (ComparedRow row : rows) {
      Comparison comparison = row.comparison();
      Tone tone = tone(run, row);
      cells.add(
          List.of(
              Grid.Cell.of(comparison.subject().id().shortName()),
              Grid.Cell.of(comparison.subject().metric().unit()),
              Grid.Cell.of(Wording.figure(row, Side.BASE)),
              Grid.Cell.of(Wording.figure(row, Side.HEAD)),
              Grid.Cell.of(Wording.change(comparison)),
              new Grid.Cell(Wording.verdict(comparison), tone),
              Grid.Cell.of(String.join(", ", Wording.words(row)))));
    }
    return new Grid(
            List.of(
                Grid.Column.words("case"),
                Grid.Column.words("unit"),
                Grid.Column.numbers("base"),
                Grid.Column.numbers("head"),
                Grid.Column.numbers("change [95 %]"),
                Grid.Column.words("verdict"),
                Grid.Column.words("note")),
            cells)
        .withoutEmptyColumns();
  }

  private static Tone tone(ComparedRun run, ComparedRow row) {
    if (run.isFailure(row)) return Tone.BAD;
    return switch (row.comparison().verdict()) {
      case BETTER -> Tone.GOOD;
      case SAME -> Tone.PLAIN;
      case WORSE, INCONCLUSIVE, NOT_COMPARABLE -> Tone.DOUBTFUL;
    };
  }

  static void doubts(Page page, ComparedRun run, Verdict verdict, String title) {
    Map<String, List<String>> doubts = Wording.doubts(run, verdict);
    if (doubts.isEmpty()) return;
    page.section("⚠", title);
    doubts.forEach(
        (reason, rows) -> {
          page.wrapped(" ", reason.isEmpty() ? "no reason was given" : reason, Tone.DOUBTFUL);
          rows.forEach(row -> page.wrapped("   - ", row, Tone.QUIET));
        });
  }

  /** A change that was found in one measurement alone says so. */
  static void once(Page page, ComparedRun run) {
    List<String> reasons =
        run.rows().stream()
            .map(ComparedRow::comparison)
            .filter(comparison -> comparison.verdict().isChange())
            .map(Comparison::reason)
            .filter(reason -> !reason.isEmpty())
            .distinct()
            .toList();
    if (reasons.isEmpty()) return;
    page.blank();
    reasons.forEach(reason -> page.wrapped("", "better and worse here: " + reason, Tone.DOUBTFUL));
  }

  /** Where nothing can fail there is no gate to show. */
  private static void gates(Page page, ComparedRun run) {
    if (!run.gates().rules().blocks() && !run.isFailed()) return;
    page.section("🏁", "Gates");
    GateSection.console(page, run.gates());
  }

  static void outcome(Page page, ComparedRun run) {
    page.section(Wording.symbol(run), Wording.tally(run));
    page.wrapped(" ", Wording.outcome(run), run.isFailed() ? Tone.BAD : Tone.PLAIN);
    for (ComparedRow row : run.failures())
      page.wrapped(
          "   - ",
          Wording.title(row.comparison().subject())
              + ": "
              + Wording.verdict(row.comparison())
              + " "
              + Wording.change(row.comparison()),
          Tone.BAD);
    if (run.errors() > 0)
      page.wrapped(
          " ", run.errors() == 1 ? "1 trial failed" : run.errors() + " trials failed", Tone.BAD);
  }

  private static void files(Page page, List<Path> files) {
    if (files.isEmpty()) return;
    page.blank();
    page.wrapped(
        "Files  ",
        files.stream().map(Path::toString).collect(Collectors.joining(" · ")),
        Tone.PLAIN);
  }
}
