package org.bindbench.report.comparison;

import java.util.List;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.GateResult;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;

/** The gates one by one, with the rows behind those that are beyond their limit. */
final class GateSection {
  private GateSection() {}

  static void console(Page page, GateReport report) {
    page.table(GateWords.grid(report));
    page.wrapped("", GateWords.SEEN, Tone.QUIET);
    for (GateResult result : report.results()) {
      List<String> behind = GateWords.behind(result);
      if (behind.isEmpty() || isListedElsewhere(result)) continue;
      Tone tone = result.failed() ? Tone.BAD : Tone.DOUBTFUL;
      page.wrapped(" ", GateWords.rule(result, report.rules()) + ":", tone);
      behind.forEach(line -> page.wrapped("   - ", line, tone));
    }
  }

  static void markdown(Markdown page, GateReport report, int most) {
    page.table(GateWords.grid(report));
    page.paragraph(GateWords.SEEN + ".");
    for (GateResult result : report.results()) {
      List<String> behind = GateWords.behind(result);
      if (behind.isEmpty() || isListedElsewhere(result)) continue;
      page.paragraph(GateWords.rule(result, report.rules()) + ":");
      behind.stream().limit(most).forEach(line -> page.item("", line));
      if (behind.size() > most)
        page.item("", (behind.size() - most) + " more are in comparison.json");
    }
  }

  /** Rows without a verdict are listed by their reason, with what they could have seen. */
  private static boolean isListedElsewhere(GateResult result) {
    return result.kind() == GateResult.Kind.INCONCLUSIVE;
  }
}
