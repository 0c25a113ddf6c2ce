package org.bindbench.report.export.tools;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.report.ReportFormat;

/**
 * InfluxDB's line protocol: a point per row at the start of the run, a field per metric and two for
 * the bounds of its 95 % interval.
 */
@AutoService(ReportFormat.class)
public final class InfluxLines implements ReportFormat {
  @Override
  public String id() {
    return "influx";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    long nanos = analysis.run().startedAt().toEpochMilli() * 1_000_000;
    String lines =
        Entry.of(analysis).stream()
            .map(entry -> "bindbench" + tags(entry) + " " + fields(entry) + " " + nanos + "\n")
            .collect(Collectors.joining());
    return Map.of("bindbench.influx", Text.utf8(lines));
  }

  private static String tags(Entry entry) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("suite", entry.row().id().suite());
    tags.put("case", entry.row().id().name());
    entry.labels().forEach(tags::putIfAbsent);
    return tags.entrySet().stream()
        .filter(each -> !each.getValue().isBlank())
        .map(each -> "," + escaped(each.getKey()) + "=" + escaped(each.getValue()))
        .collect(Collectors.joining());
  }

  private static String fields(Entry entry) {
    Map<String, Double> fields = new LinkedHashMap<>();
    for (Summary summary : entry.row().summaries()) {
      String id = summary.metric().id();
      fields.put(id, summary.value());
      summary
          .estimate()
          .ifPresent(
              interval -> {
                fields.put(id + "_low", interval.low());
                fields.put(id + "_high", interval.high());
              });
    }
    return fields.entrySet().stream()
        .map(each -> escaped(each.getKey()) + "=" + each.getValue())
        .collect(Collectors.joining(","));
  }

  /** A line break has no escape there, and a backslash at the end would escape what follows. */
  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}\\\\]+", " ")
        .strip()
        .replace(",", "\\,")
        .replace("=", "\\=")
        .replace(" ", "\\ ");
  }
}
