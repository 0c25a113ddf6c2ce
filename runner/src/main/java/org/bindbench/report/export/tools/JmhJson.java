package org.bindbench.report.export.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.export.Json;

/**
 * Rates as JMH 1.37 writes its results ({@code -rf json}), for what shows or keeps those. A fork of
 * ours is a fork of theirs, an iteration an iteration. The score is our headline, the geometric
 * mean of the forks' medians, and the error half the width of its 95 % interval, where JMH has a
 * mean of all iterations and 99.9 %. What is no rate has no form there and is left out.
 */
@AutoService(ReportFormat.class)
public final class JmhJson implements ReportFormat {
  /** Probabilities, in percent, that JMH lists. */
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  @Override
  public String id() {
    return "jmh";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    ArrayNode results = Json.array();
    for (Entry entry : Entry.of(analysis))
      entry.rate().ifPresent(rate -> results.add(result(analysis, entry, rate)));
    return Map.of("jmh-result.json", Text.json(results));
  }

  private static ObjectNode result(RunAnalysis analysis, Entry entry, Summary rate) {
    ObjectNode node = Json.object();
    String iteration =
        Optional.ofNullable(analysis.run().plan().efforts().get(entry.row().engine()))
            .map(effort -> effort.iteration().toMillis() + " ms")
            .orElse("unknown");
    node.put("jmhVersion", "bindbench " + analysis.run().environment().bindbench());
    node.put("benchmark", name(entry));
    node.put("mode", "thrpt");
    node.put("threads", entry.row().declaration().guests());
    node.put("forks", entry.forks().size());
    jvm(node, analysis, entry);
    node.put("warmupIterations", entry.iterations(Phase.WARM_UP));
    node.put("warmupTime", iteration);
    node.put("warmupBatchSize", 1);
    node.put("measurementIterations", entry.iterations(Phase.MEASURED));
    node.put("measurementTime", iteration);
    node.put("measurementBatchSize", 1);
    node.set("params", Json.texts(entry.labels()));
    node.set("primaryMetric", metric(rate, "ops/s", entry.iterations()));
    ObjectNode secondary = node.putObject("secondaryMetrics");
    entry
        .row()
        .summary(Metrics.ALLOCATED_BYTES.id())
        .ifPresent(
            bytes ->
                secondary.set(
                    "gc.alloc.rate.norm",
                    metric(
                        bytes,
                        "B/op",
                        bytes.forkValues().stream().map(value -> new double[] {value}).toList())));
    return node;
  }

  /** Readers that pass over parameters would take the rows of a case for one. */
  private static String name(Entry entry) {
    return entry.benchmark()
        + entry.labels().entrySet().stream()
            .filter(label -> !label.getKey().equals("language"))
            .map(label -> "_" + label.getValue().replaceAll("[^\\w]+", "_"))
            .collect(Collectors.joining());
  }

  private static void jvm(ObjectNode node, RunAnalysis analysis, Entry entry) {
    JvmFacts jvm = analysis.run().environment().workerJvm();
    Optional<WorkerFacts> worker =
        entry.row().trials().stream()
            .map(TrialRecord::worker)
            .flatMap(Optional::stream)
            .findFirst();
    String version = worker.map(facts -> lastWord(facts.jvm())).orElse(jvm.version());
    node.put("jvm", version.equals(jvm.version()) ? jvm.java().toString() : "java");
    ArrayNode options = node.putArray("jvmArgs");
    worker.ifPresent(facts -> facts.jvmOptions().forEach(options::add));
    node.put("jdkVersion", version);
    node.put("vmName", worker.map(WorkerFacts::jvm).orElse(jvm.vmName()));
    node.put("vmVersion", version);
  }

  /** The version, in the name and version of a JVM. */
  private static String lastWord(String title) {
    return title.substring(title.lastIndexOf(' ') + 1);
  }

  private static ObjectNode metric(Summary summary, String unit, List<double[]> forks) {
    ObjectNode node = Json.object();
    Optional<Estimate> interval = summary.estimate();
    node.set("score", number(summary.value()));
    node.set(
        "scoreError",
        number(interval.map(each -> (each.high() - each.low()) / 2).orElse(Double.NaN)));
    ArrayNode confidence = node.putArray("scoreConfidence");
    confidence.add(number(interval.map(Estimate::low).orElse(Double.NaN)));
    confidence.add(number(interval.map(Estimate::high).orElse(Double.NaN)));
    double[] all = forks.stream().flatMapToDouble(Arrays::stream).toArray();
    ObjectNode percentiles = node.putObject("scorePercentiles");
    for (double percent : PERCENTILES)
      percentiles.set(label(percent), number(Summaries.quantile(all, percent / 100)));
    node.put("scoreUnit", unit);
    ArrayNode raw = node.putArray("rawData");
    for (double[] fork : forks) {
      ArrayNode values = raw.addArray();
      for (double value : fork) values.add(number(value));
    }
    return node;
  }

  private static String label(double percent) {
    return percent == Math.rint(percent)
        ? String.format(Locale.ROOT, "%.1f", percent)
        : Double.toString(percent);
  }

  /** JMH writes what is no number as a text. */
  private static JsonNode number(double value) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    return Double.isNaN(value) ? factory.textNode("NaN") : factory.numberNode(value);
  }
}
