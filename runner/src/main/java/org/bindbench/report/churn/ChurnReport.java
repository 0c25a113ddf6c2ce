package org.bindbench.report.churn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.churn.ChurnFinding;
import org.bindbench.analysis.churn.ChurnRow;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.model.LeakCycles;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;

/** The section on guests that are opened, used and closed: figures, verdicts, advice. */
public final class ChurnReport {
  private static final String TITLE = "Context churn";

  private static final String EXPLANATION =
      "Growth per context of what was read after each was closed, the first quarter left out; in"
          + " all is the change from before the first to after the last. A leak rises steadily, by"
          + " more than three times what cycles that open nothing do, and does not end; one of"
          + " counts needs "
          + LeakCycles.FEWEST
          + " contexts, one of bytes "
          + LeakCycles.ENOUGH
          + ".";

  private final ContextChurn churn;

  /** A section on the churn of a run. */
  public ChurnReport(ContextChurn churn) {
    this.churn = churn;
  }

  /** Appends the section to a console's page. */
  public void console(Page page) {
    bySuite()
        .forEach(
            (suite, rows) -> {
              page.section("📊", TITLE + " · " + suite);
              page.wrapped("", EXPLANATION, Tone.QUIET);
              byCase(rows)
                  .forEach(
                      (name, ofCase) -> {
                        page.blank();
                        page.wrapped("", question(ofCase.get(0)), Tone.HEADING);
                        ofCase.forEach(row -> console(page, row));
                      });
              page.blank();
              rows.stream()
                  .filter(row -> row.isControl() && !row.findings().isEmpty())
                  .forEach(row -> page.wrapped("", ChurnWords.control(row), Tone.QUIET));
            });
    churn
        .advice()
        .forEach(
            each -> page.wrapped("   > ", each.finding() + " → " + each.advice(), Tone.DOUBTFUL));
  }

  private static void console(Page page, ChurnRow row) {
    if (row.findings().isEmpty()) {
      page.wrapped(" ", ChurnWords.place(row) + ": " + status(row), Tone.DOUBTFUL);
      return;
    }
    page.wrapped(" ", ChurnWords.heading(row), Tone.PLAIN);
    List<ChurnFinding> striking = ChurnWords.striking(row);
    if (!striking.isEmpty())
      page.table(
          new Grid(
                  List.of(
                      Grid.Column.words("  reading"),
                      Grid.Column.numbers("per context"),
                      Grid.Column.numbers("95 % interval"),
                      Grid.Column.words("verdict"),
                      Grid.Column.numbers("in all"),
                      Grid.Column.words("afterwards")),
                  striking.stream().map(ChurnReport::brief).toList())
              .withoutEmptyColumns());
    ChurnWords.withoutLeak(row).ifPresent(text -> page.wrapped("   - ", text, Tone.QUIET));
    ChurnWords.reasons(row).forEach(text -> page.wrapped("   - ", text, Tone.QUIET));
  }

  private static List<Grid.Cell> brief(ChurnFinding found) {
    return List.of(
        Grid.Cell.of("  " + found.reading().title()),
        Grid.Cell.of(ChurnWords.perContext(found)),
        new Grid.Cell(ChurnWords.interval(found), Tone.QUIET),
        new Grid.Cell(ChurnWords.verdict(found), ChurnWords.tone(found)),
        Grid.Cell.of(ChurnWords.total(found)),
        new Grid.Cell(ChurnWords.afterwards(found), Tone.QUIET));
  }

  /** Appends the section to a document. */
  public void markdown(Markdown page) {
    page.heading(2, TITLE);
    page.paragraph(EXPLANATION);
    bySuite()
        .forEach(
            (suite, rows) ->
                byCase(rows)
                    .forEach(
                        (name, ofCase) -> {
                          page.heading(3, question(ofCase.get(0)));
                          page.paragraph(suite + "." + name);
                          page.table(full(ofCase));
                        }));
    page.blank();
    churn.controls().stream()
        .filter(row -> !row.findings().isEmpty())
        .forEach(row -> page.item("", ChurnWords.control(row)));
    if (churn.advice().isEmpty()) return;
    page.heading(3, "What follows for contexts that come and go");
    churn.advice().forEach(each -> page.item("", each.finding() + " → " + each.advice()));
  }

  private static Grid full(List<ChurnRow> rows) {
    List<List<Grid.Cell>> lines = new ArrayList<>();
    for (ChurnRow row : rows) {
      if (row.findings().isEmpty()) lines.add(line(row, "", "", "", status(row), "", "", ""));
      for (ChurnFinding found : ChurnWords.all(row))
        lines.add(
            line(
                row,
                found.reading().title(),
                ChurnWords.perContext(found),
                ChurnWords.interval(found),
                ChurnWords.verdict(found),
                ChurnWords.total(found),
                ChurnWords.afterwards(found),
                found.reason()));
      if (row.openMillis().isPresent())
        lines.add(line(row, ChurnWords.times(row), "", "", "", "", "", ""));
    }
    return new Grid(
            List.of(
                Grid.Column.words("engine"),
                Grid.Column.words("sharing"),
                Grid.Column.numbers("contexts"),
                Grid.Column.words("reading"),
                Grid.Column.numbers("per context"),
                Grid.Column.numbers("95 % interval"),
                Grid.Column.words("verdict"),
                Grid.Column.numbers("in all"),
                Grid.Column.words("afterwards"),
                Grid.Column.words("why")),
            lines)
        .withoutEmptyColumns();
  }

  private static List<Grid.Cell> line(ChurnRow row, String... rest) {
    List<Grid.Cell> cells = new ArrayList<>();
    cells.add(Grid.Cell.of(row.result().column().title()));
    cells.add(Grid.Cell.of(ChurnWords.sharing(row)));
    cells.add(Grid.Cell.of(row.contexts() == 0 ? "" : Integer.toString(row.contexts())));
    for (String text : rest) cells.add(Grid.Cell.of(text));
    return cells;
  }

  private static String status(ChurnRow row) {
    return row.result().status().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ": "
        + row.result().reason();
  }

  private static String question(ChurnRow row) {
    String asked = row.result().declaration().question().strip().replaceAll("\\s+", " ");
    return asked.isEmpty() ? row.result().id().name() : asked;
  }

  private Map<String, List<ChurnRow>> bySuite() {
    return churn.rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.result().id().suite(), LinkedHashMap::new, Collectors.toList()));
  }

  private static Map<String, List<ChurnRow>> byCase(List<ChurnRow> rows) {
    return rows.stream()
        .filter(row -> !row.isControl())
        .collect(
            Collectors.groupingBy(
                row -> row.result().id().name(), LinkedHashMap::new, Collectors.toList()));
  }
}
