package org.bindbench.report.stress;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.stress.Stability;
import org.bindbench.analysis.stress.StressConclusions;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.report.chapter.Cases;
import org.bindbench.report.chapter.Chapter;
import org.bindbench.report.chapter.Part;
import org.bindbench.report.chapter.RowTable;
import org.bindbench.report.chapter.RowTable.Shown;
import org.bindbench.report.chapter.RowTable.Where;
import org.bindbench.report.layout.Grid;

/** What a run found out about guests under memory pressure. */
public final class StressSection {
  private StressSection() {}

  /** The section, without parts where the run has no such rows. */
  public static Chapter of(RunAnalysis analysis) {
    List<Part> parts = new ArrayList<>();
    add(
        parts,
        analysis,
        StressMetrics.PRESSURE,
        List.of(
            shown("live to", StressMetrics.PRESSURE_REACHED, Where.VALUE),
            shown("speed kept", StressMetrics.THROUGHPUT_KEPT, Where.VALUE),
            shown("collecting", StressMetrics.COLLECTING_SHARE, Where.VALUE),
            shown("peak heap", StressMetrics.PEAK_HEAP, Where.FULL),
            shown("stability", StressMetrics.STABILITY, Where.INTERVAL)));
    add(
        parts,
        analysis,
        StressMetrics.POOL,
        List.of(
            shown("operations/s", StressMetrics.TASK_THROUGHPUT, Where.INTERVAL),
            shown("right", StressMetrics.TASKS_RIGHT, Where.VALUE),
            shown("guest keeps", StressMetrics.GUEST_BYTES, Where.VALUE),
            shown("peak heap", StressMetrics.PEAK_HEAP, Where.FULL),
            shown("peak process", StressMetrics.PEAK_PROCESS, Where.VALUE),
            shown("stability", StressMetrics.STABILITY, Where.VALUE)));
    add(
        parts,
        analysis,
        StressMetrics.FRAGMENTATION,
        List.of(
            shown("freed at once", StressMetrics.THINNED_BACK, Where.INTERVAL),
            shown("heap per byte", StressMetrics.HEAP_PER_BYTE, Where.INTERVAL),
            shown("refilled", StressMetrics.REFILLED, Where.INTERVAL),
            shown("humongous", StressMetrics.HUMONGOUS_SHARE, Where.VALUE)));
    add(
        parts,
        analysis,
        BeyondLimit.PROTOCOL,
        List.of(
            shown("script catches", StressMetrics.CAUGHT_IN_SCRIPT, Where.VALUE),
            shown("only Java does", StressMetrics.RAISED_IN_JAVA, Where.VALUE),
            shown("process ends", StressMetrics.PROCESS_ENDED, Where.VALUE),
            shown("usable after", StressMetrics.USABLE_AFTERWARDS, Where.VALUE),
            shown("heap after", StressMetrics.LEFT_BEHIND, Where.INTERVAL)));
    return new Chapter(
        "Under memory pressure",
        parts.isEmpty() ? List.of() : List.of(Stability.DEFINITION),
        parts,
        StressConclusions.of(analysis));
  }

  private static Shown shown(String title, Metric metric, Where where) {
    return new Shown(title, metric, where);
  }

  private static void add(
      List<Part> parts, RunAnalysis analysis, String protocol, List<Shown> shown) {
    for (List<CaseResult> rows : Cases.of(analysis, protocol)) {
      RowTable table = new RowTable(rows, shown);
      List<Grid> brief = new ArrayList<>(List.of(table.brief()));
      List<Grid> full = new ArrayList<>(List.of(table.full()));
      StepGrid.brief(rows).ifPresent(brief::add);
      StepGrid.full(rows).ifPresent(full::add);
      parts.add(new Part(Cases.question(rows), Cases.id(rows.get(0)), brief, full, table.notes()));
    }
  }
}
