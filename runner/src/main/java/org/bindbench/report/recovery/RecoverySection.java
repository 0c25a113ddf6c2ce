package org.bindbench.report.recovery;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.recovery.RecoveryConclusions;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.report.chapter.Cases;
import org.bindbench.report.chapter.Chapter;
import org.bindbench.report.chapter.Part;
import org.bindbench.report.chapter.RowTable;
import org.bindbench.report.chapter.RowTable.Shown;
import org.bindbench.report.chapter.RowTable.Where;

/** What a run found out about memory that comes back. */
public final class RecoverySection {
  private RecoverySection() {}

  /** The section, without parts where the run has no such rows. */
  public static Chapter of(RunAnalysis analysis) {
    List<Part> parts = new ArrayList<>();
    add(
        parts,
        analysis,
        RecoveryMetrics.RECOVERY,
        List.of(
            new Shown("free again", RecoveryMetrics.RECOVERED, Where.INTERVAL),
            new Shown("after", RecoveryMetrics.STABLE_AFTER, Where.INTERVAL),
            new Shown("free unasked", RecoveryMetrics.RECOVERED_UNASKED, Where.VALUE)));
    add(
        parts,
        analysis,
        RecoveryMetrics.GIVEN_BACK,
        List.of(
            new Shown("heap back", RecoveryMetrics.HEAP_GIVEN_BACK, Where.INTERVAL),
            new Shown("process back", RecoveryMetrics.PROCESS_GIVEN_BACK, Where.INTERVAL),
            new Shown("after", RecoveryMetrics.GIVEN_BACK_AFTER, Where.VALUE),
            new Shown("RAM before", RecoveryMetrics.RESIDENT_BEFORE, Where.FULL),
            new Shown("with", RecoveryMetrics.RESIDENT_WITH, Where.FULL),
            new Shown("left", RecoveryMetrics.RESIDENT_AFTER, Where.FULL)));
    return new Chapter(
        "Memory that comes back", List.of(), parts, RecoveryConclusions.of(analysis));
  }

  private static void add(
      List<Part> parts, RunAnalysis analysis, String protocol, List<Shown> shown) {
    for (List<CaseResult> rows : Cases.of(analysis, protocol)) {
      RowTable table = new RowTable(rows, shown);
      parts.add(
          new Part(
              Cases.question(rows),
              Cases.id(rows.get(0)),
              List.of(table.brief()),
              List.of(table.full()),
              table.notes()));
    }
  }
}
