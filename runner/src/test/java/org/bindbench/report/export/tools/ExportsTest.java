package org.bindbench.report.export.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summaries;
import org.bindbench.model.foreign.ForeignRow;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.Forms;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.SampleRuns;
import org.bindbench.wire.foreign.ForeignFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class ExportsTest {
  private final RunAnalysis run = SampleRuns.rich();
  private final ObjectMapper mapper = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void jmhFilesHaveTheFieldsThatJmhItselfWrites() throws Exception {
    JsonNode theirs = mapper.readTree(jmh().toFile()).get(0);
    JsonNode ours = mapper.readTree(only(new JmhJson())).get(0);
    assertThat(shape(ours)).containsAllEntriesOf(shape(theirs));
    assertThat(Forms.complaints("jmh-result.json", Files.readAllBytes(jmh()))).isEmpty();
  }

  @Test
  void jmhItselfIsReadWithItsForksAndUnits() throws Exception {
    List<ForeignRow> rows = ForeignFiles.read(List.of(jmh())).rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).id().toString())
        .isEqualTo(EmptyBenchmark.class.getName() + ".length[word=one]");
    assertThat(rows.get(0).metric()).isEqualTo(Metrics.rate("ops"));
    double[] raw =
        mapper.convertValue(
            mapper.readTree(jmh().toFile()).at("/0/primaryMetric/rawData/0"), double[].class);
    assertThat(rows.get(0).forkValues()).containsExactly(Summaries.quantile(raw, 0.5) * 1e3);
  }

  @Test
  void jmhFilesComeBackAsTheForksTheyWereWrittenFrom() throws IOException {
    List<ForeignRow> rows = ForeignFiles.read(List.of(file(new JmhJson()))).rows();
    List<ForeignRow> rates =
        rows.stream().filter(each -> each.metric().unit().equals("ops/s")).toList();
    List<Entry> entries = Entry.of(run).stream().filter(entry -> entry.rate().isPresent()).toList();
    assertThat(rates).hasSameSizeAs(entries);
    for (int i = 0; i < rates.size(); i++)
      assertThat(rates.get(i).forkValues())
          .isEqualTo(
              entries.get(i).iterations().stream()
                  .map(fork -> Summaries.quantile(fork, 0.5))
                  .toList());
    assertThat(rows).anyMatch(each -> each.metric().equals(Metrics.ALLOCATED_BYTES));
  }

  @Test
  void pytestFilesComeBackAsTheForksTheyWereWrittenFrom() throws IOException {
    List<ForeignRow> rows = ForeignFiles.read(List.of(file(new PytestBenchmarkJson()))).rows();
    List<Entry> entries = Entry.of(run).stream().filter(entry -> entry.rate().isPresent()).toList();
    assertThat(rows).hasSameSizeAs(entries);
    for (int i = 0; i < rows.size(); i++)
      assertThat(rows.get(i).forkValues())
          .isEqualTo(
              entries.get(i).rate().orElseThrow().forkValues().stream()
                  .map(rate -> 1e9 / rate)
                  .toList());
  }

  @Test
  void pytestStatisticsAgreeWithTheirData() throws IOException {
    for (JsonNode benchmark : mapper.readTree(only(new PytestBenchmarkJson())).get("benchmarks")) {
      JsonNode stats = benchmark.get("stats");
      double[] data = mapper.convertValue(stats.get("data"), double[].class);
      assertThat(stats.get("rounds").intValue()).isEqualTo(data.length);
      assertThat(stats.get("min").doubleValue()).isEqualTo(Arrays.stream(data).min().orElseThrow());
      assertThat(stats.get("ops").doubleValue() * stats.get("mean").doubleValue())
          .isCloseTo(1, Offset.offset(1e-12));
      assertThat(stats.get("ld15iqr").doubleValue())
          .isBetween(stats.get("min").doubleValue(), stats.get("max").doubleValue());
    }
  }

  @Test
  void githubActionBenchmarkGetsEachDirectionInAFileOfItsOwn() throws IOException {
    Map<String, byte[]> files = new GithubActionBenchmark().files(run);
    JsonNode bigger = mapper.readTree(files.get("gab-bigger-is-better.json"));
    JsonNode smaller = mapper.readTree(files.get("gab-smaller-is-better.json"));
    assertThat(names(bigger)).isNotEmpty().allMatch(name -> !name.endsWith("retained_bytes"));
    assertThat(names(smaller)).anyMatch(name -> name.endsWith("retained_bytes"));
    for (JsonNode file : List.of(bigger, smaller))
      for (JsonNode entry : file) {
        assertThat(entry.get("name").isTextual()).isTrue();
        assertThat(entry.get("unit").isTextual()).isTrue();
        assertThat(entry.get("value").isNumber()).isTrue();
        assertThat(entry.path("range").asText("± 1")).matches("± [0-9.E+-]+");
      }
  }

  @Test
  void bencherBoundsEncloseTheirValue() throws IOException {
    JsonNode document = mapper.readTree(only(new BencherMetrics()));
    assertThat(document).isNotEmpty();
    for (JsonNode benchmark : document)
      for (JsonNode measure : benchmark)
        if (measure.has("lower_value"))
          assertThat(measure.get("value").doubleValue())
              .isBetween(
                  measure.get("lower_value").doubleValue(),
                  measure.get("upper_value").doubleValue());
  }

  @Tag("fault-22")
  @Test
  void goLinesAreWhatTheFormatOfGoBenchmarksAllows() {
    String text = new String(only(new GoBenchmark()), StandardCharsets.UTF_8);
    assertThat(text.lines())
        .allMatch(
            line ->
                line.matches("[a-z]\\S*: .*")
                    || line.matches("Unit \\S+ better=(higher|lower)")
                    || line.matches("Benchmark[^a-z]\\S* [1-9][0-9]*( [0-9.-]+ \\S+)+"));
    assertThat(text.lines().filter(line -> line.startsWith("BenchmarkBoundObjectCreation")))
        .as("a line per fork")
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Tag("fault-22")
  @Test
  void prometheusLinesAreWhatItsTextFormatAllows() {
    String text = new String(only(new PrometheusText()), StandardCharsets.UTF_8);
    String label = "[a-zA-Z_][a-zA-Z0-9_]*=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    assertThat(text.lines())
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches("# TYPE [a-zA-Z_][a-zA-Z0-9_]* gauge")
                    || line.matches(
                        "bindbench_[a-zA-Z0-9_]+\\{" + label + "(," + label + ")*\\} [0-9.E+-]+"));
    List<String> families =
        text.lines().filter(line -> line.startsWith("#")).map(line -> line.split(" ")[2]).toList();
    assertThat(families).doesNotHaveDuplicates();
  }

  @Tag("fault-22")
  @Test
  void influxLinesAreWhatTheLineProtocolAllows() {
    String text = new String(only(new InfluxLines()), StandardCharsets.UTF_8);
    String name = "([^,= \\\\\\p{Cntrl}]|\\\\[,= ])+";
    assertThat(text.lines())
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches(
                    "bindbench(,"
                        + name
                        + "="
                        + name
                        + ")+ "
                        + name
                        + "=[0-9.E+-]+(,"
                        + name
                        + "=[0-9.E+-]+)* [0-9]{19}"));
  }

  private byte[] only(ReportFormat format) {
    Map<String, byte[]> files = format.files(run);
    assertThat(files).hasSize(1);
    return files.values().iterator().next();
  }

  private Path file(ReportFormat format) throws IOException {
    return Files.write(folder.resolve(format.id() + ".json"), only(format));
  }

  private static List<String> names(JsonNode file) {
    List<String> names = new ArrayList<>();
    file.forEach(entry -> names.add(entry.get("name").textValue()));
    return names;
  }

  /** A real result file. */
  private Path jmh() throws RunnerException {
    Path file = folder.resolve("theirs.json");
    if (Files.exists(file)) return file;
    new Runner(
            new OptionsBuilder()
                .include(EmptyBenchmark.class.getName())
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(1))
                .timeUnit(TimeUnit.MILLISECONDS)
                .verbosity(VerboseMode.SILENT)
                .resultFormat(ResultFormatType.JSON)
                .result(file.toString())
                .build())
        .run();
    return file;
  }

  /** The kind of every value by its place, one element for all of an array. */
  private static Map<String, String> shape(JsonNode node) {
    Map<String, String> shape = new TreeMap<>();
    collect("", node, shape);
    shape.keySet().removeIf(place -> place.matches("/params/.*|/jvmArgs/.*|/secondaryMetrics/.*"));
    return shape;
  }

  private static void collect(String place, JsonNode node, Map<String, String> shape) {
    if (node.isObject())
      node.fieldNames()
          .forEachRemaining(name -> collect(place + "/" + name, node.path(name), shape));
    else if (node.isArray())
      IntStream.range(0, Math.min(1, node.size()))
          .forEach(i -> collect(place + "/0", node.path(i), shape));
    else shape.put(place, node.isTextual() && !place.endsWith("scoreError") ? "text" : "number");
  }
}
