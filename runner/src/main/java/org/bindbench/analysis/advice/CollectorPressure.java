package org.bindbench.analysis.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.GcLoad;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.PauseMetrics;

/** Loads under which the collector did what pauses alone do not show. */
final class CollectorPressure implements RemarkRule {
  private static final double NOTEWORTHY_SHARE = 1;

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<CaseResult> rows =
        run.results().stream()
            .filter(row -> row.declaration().protocol().equals(GcLoad.PROTOCOL))
            .toList();
    List<Remark> remarks = new ArrayList<>();
    for (CaseResult row : rows) {
      say(
          row,
          PauseMetrics.STALLED_SHARE,
          NOTEWORTHY_SHARE,
          share ->
              text(
                  "the script waited for memory in %.1f %% of the time, which no pause shows",
                  share),
          "give this collector a larger heap, or take one that stops the script to collect",
          remarks);
      say(
          row,
          PauseMetrics.FORCED_COLLECTIONS,
          0,
          count -> text("%.0f collections were asked for; their pauses are kept apart", count),
          "a script that collects by itself stops every script of its JVM: find out whether it must",
          remarks);
    }
    return remarks;
  }

  private static void say(
      CaseResult row,
      Metric metric,
      double above,
      DoubleFunction<String> message,
      String advice,
      List<Remark> remarks) {
    row.summary(metric.id())
        .filter(summary -> summary.max() > above)
        .ifPresent(
            summary ->
                remarks.add(
                    new Remark(
                        Severity.NOTE,
                        row.title(),
                        message.apply(summary.max()) + " (the most of any fork)",
                        advice)));
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
