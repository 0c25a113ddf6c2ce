package org.bindbench.report.export.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import java.util.Map;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.export.Json;

/** Bencher Metric Format: by benchmark and measure, each with the bounds of its 95 % interval. */
@AutoService(ReportFormat.class)
public final class BencherMetrics implements ReportFormat {
  @Override
  public String id() {
    return "bencher";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    ObjectNode document = Json.object();
    for (Entry entry : Entry.of(analysis)) {
      ObjectNode measures = document.putObject(entry.title());
      for (Summary summary : entry.row().summaries()) {
        ObjectNode measure = measures.putObject(summary.metric().id().replace('_', '-'));
        measure.put("value", summary.value());
        summary
            .estimate()
            .ifPresent(
                interval -> {
                  measure.put("lower_value", interval.low());
                  measure.put("upper_value", interval.high());
                });
      }
    }
    return Map.of("bencher.json", Text.json(document));
  }
}
