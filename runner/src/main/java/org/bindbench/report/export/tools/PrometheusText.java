package org.bindbench.report.export.tools;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.report.ReportFormat;

/**
 * Prometheus' text exposition format 0.0.4, as its node exporter's text file collector reads it: a
 * gauge per metric, and two for the bounds of its 95 % interval.
 */
@AutoService(ReportFormat.class)
public final class PrometheusText implements ReportFormat {
  @Override
  public String id() {
    return "prometheus";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    Map<String, StringBuilder> families = new LinkedHashMap<>();
    for (Entry entry : Entry.of(analysis))
      for (Summary summary : entry.row().summaries()) {
        String name = "bindbench_" + summary.metric().id().replaceAll("[^a-zA-Z0-9_]", "_");
        String labels = labels(entry, summary);
        add(families, name, labels, summary.value());
        summary
            .estimate()
            .ifPresent(
                interval -> {
                  add(families, name + "_low", labels, interval.low());
                  add(families, name + "_high", labels, interval.high());
                });
      }
    StringBuilder text = new StringBuilder();
    families.forEach(
        (name, samples) -> text.append("# TYPE ").append(name).append(" gauge\n").append(samples));
    return Map.of("bindbench.prom", Text.utf8(text.toString()));
  }

  private static void add(
      Map<String, StringBuilder> families, String name, String labels, double value) {
    families
        .computeIfAbsent(name, any -> new StringBuilder())
        .append(name)
        .append(labels)
        .append(' ')
        .append(value)
        .append('\n');
  }

  private static String labels(Entry entry, Summary summary) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("suite", entry.row().id().suite());
    labels.put("case", entry.row().id().name());
    labels.put("unit", summary.metric().unit());
    entry.labels().forEach((key, value) -> labels.putIfAbsent(label(key), value));
    return labels.entrySet().stream()
        .map(each -> each.getKey() + "=\"" + escaped(each.getValue()) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String label(String key) {
    String safe = key.replaceAll("[^a-zA-Z0-9_]", "_");
    return Character.isDigit(safe.charAt(0)) ? "_" + safe : safe;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
