package org.bindbench.report.limits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.limits.LimitFinding;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;

/** The breaking points of a run, for the terminal and as Markdown; nothing where it has none. */
public final class LimitSection {
  private static final String TITLE = "Breaking points";

  private LimitSection() {}

  /** For the terminal. */
  public static void write(Page page, RunAnalysis analysis) {
    bySuite(analysis)
        .forEach(
            (suite, questions) -> {
              page.section("📊", TITLE + " · " + suite);
              boolean first = true;
              for (LimitTable table : questions) {
                if (!first) page.blank();
                first = false;
                page.wrapped("", table.question(), Tone.HEADING);
                page.table(table.limits());
                table.notes().forEach(note -> page.wrapped("   - ", note, Tone.QUIET));
                Grid rooms = table.rooms();
                if (rooms.rows().isEmpty()) continue;
                page.blank();
                page.wrapped("", LimitTable.ROOMS, Tone.QUIET);
                page.table(rooms);
              }
            });
  }

  /** As Markdown. */
  public static void write(Markdown page, RunAnalysis analysis) {
    Map<String, List<LimitTable>> suites = bySuite(analysis);
    if (suites.isEmpty()) return;
    page.heading(2, TITLE);
    suites
        .values()
        .forEach(
            questions -> {
              for (LimitTable table : questions) {
                page.heading(3, table.question());
                page.table(table.limits());
                table.notes().forEach(note -> page.item("", note));
                Grid rooms = table.rooms();
                if (!rooms.rows().isEmpty()) {
                  page.paragraph(LimitTable.ROOMS);
                  page.table(rooms);
                }
                page.folded("Every try", table.tries());
              }
            });
  }

  private static Map<String, List<LimitTable>> bySuite(RunAnalysis analysis) {
    Map<String, List<LimitFinding>> byCase =
        LimitFinding.of(analysis).stream()
            .collect(
                Collectors.groupingBy(
                    finding -> finding.row().id().withoutParams(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byCase.values().stream()
        .map(LimitTable::new)
        .collect(Collectors.groupingBy(LimitTable::suite, LinkedHashMap::new, Collectors.toList()));
  }
}
