package org.bindbench.report.export.tools;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.ReportFormat;

/**
 * The text of Go's benchmarks, one line per fork, so that {@code benchstat -col /engine} has
 * repetitions to compare. Units are declared with their better side, as the Go benchmark data
 * format has it.
 */
@AutoService(ReportFormat.class)
public final class GoBenchmark implements ReportFormat {
  @Override
  public String id() {
    return "go";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    List<Entry> entries = Entry.of(analysis);
    StringBuilder text = new StringBuilder();
    text.append("pkg: bindbench\n");
    text.append("cpu: ").append(line(analysis.run().environment().cpu())).append('\n');
    units(entries).forEach((unit, better) -> text.append(better));
    for (Entry entry : entries)
      for (int fork = 0; fork < entry.forks().size(); fork++) append(text, entry, fork);
    return Map.of("go-benchmarks.txt", Text.utf8(text.toString()));
  }

  private static Map<String, String> units(List<Entry> entries) {
    Map<String, String> units = new LinkedHashMap<>();
    for (Entry entry : entries)
      for (Summary summary : entry.row().summaries()) {
        Metric metric = summary.metric();
        if (metric.direction() != Direction.NEITHER)
          units.putIfAbsent(
              unit(metric),
              "Unit "
                  + unit(metric)
                  + " better="
                  + (metric.direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower")
                  + "\n");
      }
    return units;
  }

  /** A unit names its metric where several have the same, and has no spaces. */
  private static String unit(Metric metric) {
    if (metric.id().equals(Metrics.RATE)) return word(metric.unit());
    if (metric.id().equals(Metrics.ALLOCATED_BYTES.id())) return "B/op";
    return word(metric.unit().isEmpty() ? metric.id() : metric.id() + "-" + metric.unit());
  }

  private static void append(StringBuilder text, Entry entry, int fork) {
    List<String> figures = new ArrayList<>();
    for (Summary summary : entry.row().summaries()) {
      if (summary.forkValues().size() != entry.forks().size()) continue;
      double value = summary.forkValues().get(fork);
      figures.add(number(value) + " " + unit(summary.metric()));
      if (summary.metric().id().equals(Metrics.RATE)) figures.add(number(1e9 / value) + " ns/op");
    }
    if (figures.isEmpty()) return;
    Completed measured = entry.forks().get(fork);
    text.append(name(entry))
        .append(' ')
        .append(Math.max(1, Entry.operations(measured)))
        .append(' ')
        .append(String.join(" ", figures))
        .append('\n');
  }

  /**
   * {@code BenchmarkObjectCreation/suite=…/engine=luaj-1}: no spaces, a capital behind the word.
   */
  private static String name(Entry entry) {
    String camel =
        Arrays.stream(entry.row().id().name().split("[^\\p{Alnum}]+"))
            .filter(part -> !part.isEmpty())
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining());
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("suite", entry.row().id().suite());
    keys.putAll(entry.labels());
    return "Benchmark"
        + camel
        + keys.entrySet().stream()
            .map(each -> "/" + part(each.getKey()) + "=" + part(each.getValue()))
            .collect(Collectors.joining())
        + "-"
        + entry.row().declaration().guests();
  }

  private static String part(String text) {
    return word(text).replace('/', '_');
  }

  /** Without what ends a word or a part of a name there. */
  private static String word(String text) {
    return line(text).replaceAll("[\\s=]+", "_");
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }
}
