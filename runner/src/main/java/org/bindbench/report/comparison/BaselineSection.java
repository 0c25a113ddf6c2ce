package org.bindbench.report.comparison;

import java.util.List;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.comparison.Side;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;

/** What a run comes to against its baseline, as a part of the reports of the run. */
public final class BaselineSection {
  private BaselineSection() {}

  /** What changed, what cannot be told, and the gates; rows that are the same are only counted. */
  public static void console(Page page, ComparedRun run) {
    page.section("📏", "Against the baseline");
    page.wrapped("  Base  ", Wording.side(run, Side.BASE), Tone.PLAIN);
    run.notes().forEach(note -> page.wrapped("  Note  ", note, Tone.DOUBTFUL));
    body(page, run);
  }

  /** The rows that changed, those that cannot be told, and the gates. */
  static void body(Page page, ComparedRun run) {
    List<ComparedRow> changed =
        run.rows().stream()
            .filter(row -> row.comparison().verdict() != Verdict.NOT_COMPARABLE)
            .filter(row -> run.isFailure(row) || row.comparison().verdict().isChange())
            .toList();
    ComparisonConsole.tables(page, run, changed);
    if (!changed.isEmpty()) {
      page.blank();
      page.wrapped("", Wording.DIRECTION, Tone.QUIET);
    }
    ComparisonConsole.doubts(
        page, run, Verdict.INCONCLUSIVE, "Inconclusive, and what could have been seen");
    ComparisonConsole.doubts(page, run, Verdict.NOT_COMPARABLE, "Not comparable");
    ComparisonConsole.once(page, run);
    page.section("🏁", "Gates");
    GateSection.console(page, run.gates());
    ComparisonConsole.outcome(page, run);
  }

  /** The same for the document. */
  public static void markdown(Markdown page, ComparedRun run) {
    page.heading(2, "Against the baseline");
    ComparisonMarkdown.section(page, run);
  }
}
