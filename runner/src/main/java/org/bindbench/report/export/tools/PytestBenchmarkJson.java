package org.bindbench.report.export.tools;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Environment;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.export.Json;

/**
 * Rates as pytest-benchmark 5 writes its results, in seconds per operation. A round is an iteration
 * of ours; the forks' values stand in {@code extra_info}, since pytest-benchmark has no place for
 * forks. What is no rate has no form there and is left out.
 */
@AutoService(ReportFormat.class)
public final class PytestBenchmarkJson implements ReportFormat {
  /** In {@code extra_info}: operations a second, one value per fork. */
  private static final String FORKS = "bindbench_forks";

  @Override
  public String id() {
    return "pytest-benchmark";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    ObjectNode document = Json.object();
    document.set("machine_info", machine(analysis.run().environment()));
    document.set("commit_info", Json.object());
    ArrayNode benchmarks = document.putArray("benchmarks");
    for (Entry entry : Entry.of(analysis))
      entry.rate().ifPresent(rate -> benchmarks.add(benchmark(entry, rate)));
    document.put("datetime", analysis.run().startedAt().toString());
    document.put("version", "bindbench " + analysis.run().environment().bindbench());
    return Map.of("pytest_benchmark.json", Text.json(document));
  }

  private static ObjectNode machine(Environment machine) {
    ObjectNode node = Json.object();
    node.put("node", "");
    node.put("processor", machine.cpu());
    node.put("machine", machine.architecture());
    node.put("system", machine.os());
    node.put("release", "");
    node.put(
        "python_implementation",
        machine.engines().stream().map(each -> each.id()).collect(Collectors.joining(", ")));
    node.put(
        "python_version",
        machine.engines().stream()
            .map(each -> each.id() + " " + each.version())
            .collect(Collectors.joining(", ")));
    node.put("python_compiler", machine.workerJvm().title());
    ObjectNode cpu = node.putObject("cpu");
    cpu.put("brand_raw", machine.cpu());
    cpu.put("count", machine.cores());
    return node;
  }

  private static ObjectNode benchmark(Entry entry, Summary rate) {
    ObjectNode node = Json.object();
    String param = String.join("-", entry.labels().values());
    node.put("group", entry.row().id().suite());
    node.put("name", entry.row().id().name() + "[" + param + "]");
    node.put("fullname", entry.benchmark() + "[" + param + "]");
    node.set("params", Json.texts(entry.labels()));
    node.put("param", param);
    ObjectNode extra = node.putObject("extra_info");
    extra.put("unit", entry.row().declaration().unit());
    extra.put(
        "caveats",
        entry.row().caveats().stream().map(Caveat::word).collect(Collectors.joining(", ")));
    extra.set(FORKS, Json.numbers(rate.forkValues()));
    ObjectNode options = node.putObject("options");
    options.put("disable_gc", false);
    options.put("timer", "System.nanoTime");
    options.put(
        "min_rounds", entry.iterations().stream().mapToInt(fork -> fork.length).min().orElse(0));
    options.put("warmup", true);
    node.set("stats", stats(entry, rate));
    return node;
  }

  private static DoubleStream seconds(double[] rates) {
    return Arrays.stream(rates).map(rate -> 1 / rate);
  }

  /**
   * Quantiles are type 7, deviations sample deviations; {@code ld15iqr} and {@code hd15iqr} are the
   * lowest and highest round within 1.5 interquartile ranges of the quartiles.
   */
  private static ObjectNode stats(Entry entry, Summary rate) {
    double[] data = entry.iterations().stream().flatMapToDouble(each -> seconds(each)).toArray();
    double mean = Arrays.stream(data).average().orElseThrow();
    double deviation = data.length < 2 ? 0 : Summaries.deviation(data);
    double q1 = Summaries.quantile(data, 0.25);
    double q3 = Summaries.quantile(data, 0.75);
    double low = q1 - 1.5 * (q3 - q1);
    double high = q3 + 1.5 * (q3 - q1);
    long beyondFences = Arrays.stream(data).filter(each -> each < low || each > high).count();
    long beyondDeviation =
        Arrays.stream(data).filter(each -> Math.abs(each - mean) > deviation).count();
    ObjectNode node = Json.object();
    node.put("min", Summaries.quantile(data, 0));
    node.put("max", Summaries.quantile(data, 1));
    node.put("mean", mean);
    node.put("stddev", deviation);
    node.put("rounds", data.length);
    node.put("median", 1 / rate.value());
    node.put("iqr", q3 - q1);
    node.put("q1", q1);
    node.put("q3", q3);
    node.put("iqr_outliers", beyondFences);
    node.put("stddev_outliers", beyondDeviation);
    node.put("outliers", beyondDeviation + ";" + beyondFences);
    node.put("ld15iqr", Arrays.stream(data).filter(each -> each >= low).min().orElseThrow());
    node.put("hd15iqr", Arrays.stream(data).filter(each -> each <= high).max().orElseThrow());
    node.put("ops", 1 / mean);
    node.put("total", Arrays.stream(data).sum());
    node.set("data", Json.numbers(Arrays.stream(data).boxed().toList()));
    node.put("iterations", 1);
    return node;
  }
}
