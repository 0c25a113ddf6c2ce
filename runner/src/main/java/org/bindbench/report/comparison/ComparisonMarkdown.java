package org.bindbench.report.comparison;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.comparison.Side;
import org.bindbench.report.Sentences;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Markdown;

/**
 * {@code comparison_report.md}: a comparison that fits into a comment on a pull request. What
 * failed or changed comes first; the rest is folded.
 */
public final class ComparisonMarkdown {
  /** The name of the file. */
  public static final String FILE = "comparison_report.md";

  /** By this a program finds the comment again that it wrote before. */
  static final String MARKER = "bindbench:comparison";

  /** GitHub refuses a comment of more than 65,536. */
  static final int LONGEST = 60_000;

  private static final int FEWEST_ROWS = 10;

  /** Characters of a reason; a script may raise an error of any length. */
  private static final int LONGEST_REASON = 300;

  /** Room for what ends a document that was cut. */
  private static final int CLOSING = 500;

  /** The whole document. */
  public String text(ComparedRun run) {
    int rows = run.rows().size();
    String text = text(run, rows);
    while (text.length() > LONGEST && rows > FEWEST_ROWS) {
      rows = Math.max(FEWEST_ROWS, rows / 2);
      text = text(run, rows);
    }
    return text.length() > LONGEST ? cut(text) : text;
  }

  /** The lines that fit, with every fold closed. */
  private static String cut(String text) {
    String kept = text.substring(0, text.lastIndexOf('\n', LONGEST - CLOSING) + 1);
    int open = count(kept, "<details>") - count(kept, "</details>");
    return kept + "\n</details>\n".repeat(open) + "\nThe rest is in comparison.json.\n";
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static String text(ComparedRun run, int most) {
    List<ComparedRow> changed = run.rows().stream().filter(row -> isOpen(run, row)).toList();
    List<ComparedRow> other = run.rows().stream().filter(row -> !isOpen(run, row)).toList();
    Markdown page = new Markdown();
    page.marker(MARKER);
    page.heading(2, "Bindbench: " + Wording.tally(run));
    page.paragraph(Wording.outcome(run) + ".");
    for (Side side : Side.values()) page.item(side.id(), Wording.side(run, side));
    run.notes().forEach(note -> page.item("note", note));
    page.blank();
    rows(page, run, changed, other, most);
    doubts(page, run, most);
    gates(page, run, most);
    method(page, run);
    return page.toString();
  }

  private static void gates(Markdown page, ComparedRun run, int most) {
    if (!run.gates().rules().blocks() && !run.isFailed()) return;
    page.fold("Gates, and what they could have seen");
    GateSection.markdown(page, run.gates(), most);
    page.unfold();
  }

  /** The same as a part of another document, under a heading of its own. */
  public static void section(Markdown page, ComparedRun run) {
    int most = run.rows().size();
    page.paragraph(Wording.tally(run) + ". " + Wording.outcome(run) + ".");
    page.item("base", Wording.side(run, Side.BASE));
    run.notes().forEach(note -> page.item("note", note));
    page.blank();
    rows(
        page,
        run,
        run.rows().stream().filter(row -> isOpen(run, row)).toList(),
        run.rows().stream().filter(row -> !isOpen(run, row)).toList(),
        most);
    doubts(page, run, most);
    gates(page, run, most);
  }

  private static void rows(
      Markdown page,
      ComparedRun run,
      List<ComparedRow> changed,
      List<ComparedRow> other,
      int most) {
    if (!changed.isEmpty()) table(page, run, changed, most);
    if (!other.isEmpty()) {
      page.fold(changed.isEmpty() ? "All rows" : "Rows that did not change, or without a verdict");
      table(page, run, other, most);
      page.unfold();
    }
  }

  private static boolean isOpen(ComparedRun run, ComparedRow row) {
    return run.isFailure(row) || row.comparison().verdict().isChange();
  }

  private static void table(Markdown page, ComparedRun run, List<ComparedRow> rows, int most) {
    List<List<Grid.Cell>> cells = new ArrayList<>();
    for (ComparedRow row : rows.subList(0, Math.min(most, rows.size()))) {
      Comparison comparison = row.comparison();
      cells.add(
          Stream.of(
                  Wording.title(comparison.subject()),
                  withUnit(row, Side.BASE),
                  withUnit(row, Side.HEAD),
                  Wording.change(comparison),
                  Wording.symbol(run, row)
                      + " "
                      + Wording.verdict(comparison)
                      + beside(Wording.words(row)))
              .map(Grid.Cell::of)
              .toList());
    }
    page.table(
        new Grid(
            List.of(
                Grid.Column.words("Case"),
                Grid.Column.numbers("Base"),
                Grid.Column.numbers("Head"),
                Grid.Column.numbers("Δ [95 % CI]"),
                Grid.Column.words("Verdict")),
            cells));
    if (rows.size() > most) left(page, rows.size() - most);
  }

  private static void left(Markdown page, int rows) {
    page.paragraph(rows + " more rows are in comparison.json.");
  }

  private static String withUnit(ComparedRow row, Side side) {
    return row.figure(side)
        .map(summary -> Figures.quantity(summary.value(), summary.metric().unit()))
        .orElse("");
  }

  private static String beside(List<String> words) {
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  private static void doubts(Markdown page, ComparedRun run, int most) {
    for (Verdict verdict : List.of(Verdict.INCONCLUSIVE, Verdict.NOT_COMPARABLE)) {
      Map<String, List<String>> doubts = Wording.doubts(run, verdict);
      if (doubts.isEmpty()) continue;
      page.fold(
          verdict == Verdict.INCONCLUSIVE
              ? "Inconclusive, and what could have been seen"
              : "Not comparable");
      doubts.entrySet().stream()
          .limit(most)
          .forEach(
              doubt -> {
                List<String> rows = doubt.getValue();
                page.paragraph(shortened(doubt.getKey()) + ":");
                rows.stream().limit(most).forEach(row -> page.item("", row));
                if (rows.size() > most) left(page, rows.size() - most);
              });
      int left = doubts.values().stream().skip(most).mapToInt(List::size).sum();
      if (left > 0) left(page, left);
      page.unfold();
    }
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON
        ? reason
        : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON / 2)) + "…";
  }

  private static void method(Markdown page, ComparedRun run) {
    page.fold("How it was measured");
    page.item("run", run.id() + ", started " + run.startedAt().truncatedTo(ChronoUnit.SECONDS));
    page.item("plan", Wording.plan(run));
    if (!run.sides().both().isEmpty()) page.item("both", String.join(", ", run.sides().both()));
    page.item("machine", Sentences.machine(run.environment()));
    page.item("reading", Wording.DIRECTION);
    if (Wording.isShared(run)) page.item("JVMs", "the timed cases of a fork took turns in one JVM");
    page.unfold();
  }
}
