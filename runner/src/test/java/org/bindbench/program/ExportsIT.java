package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindbench.report.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files for other tools from a real run, and comparisons of such files. */
class ExportsIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aRealRunIsWrittenForEveryToolAndComparedFromTheirFiles() throws IOException {
    String formats =
        "junit,jmh,pytest-benchmark,gab,bencher,go,prometheus,influx,annotations,alert";
    RunnerJar.in(folder)
        .run(
            "lua",
            "--pattern",
            "*.object_creation",
            "--pattern",
            "*.memory_per_object",
            "-e",
            "luaj",
            "-f",
            "3",
            "-w",
            "100ms",
            "-r",
            "200ms",
            "--format",
            formats)
        .with(0);
    Path reports = folder.resolve("reports");
    for (String file : Forms.files())
      assertThat(Forms.complaints(file, Files.readAllBytes(reports.resolve(file))))
          .as(file)
          .isEmpty();
    assertThat(reports)
        .isDirectoryContaining("glob:**/go-benchmarks.txt")
        .isDirectoryContaining("glob:**/bindbench.prom")
        .isDirectoryContaining("glob:**/bindbench.influx");
    Path jmh = folder.resolve("reports/jmh-result.json");
    JsonNode results = MAPPER.readTree(jmh.toFile());
    assertThat(results.at("/0/primaryMetric/rawData")).hasSize(3);
    steadied(jmh, folder.resolve("base.json"), 1);
    steadied(jmh, folder.resolve("head.json"), 3);
    RunnerJar.in(folder).run("compare", "base.json", "base.json", "--fail-on", "slight").with(0);
    Ended slower =
        RunnerJar.in(folder)
            .run(
                "compare", "base.json", "head.json", "--fail-on", "major", "--format", "both,junit")
            .with(1);
    assertThat(slower.out()).contains("measured by JMH").contains("worse, critical");
    Path junit = folder.resolve("reports/junit.xml");
    assertThat(Forms.complaints("junit.xml", Files.readAllBytes(junit))).isEmpty();
    assertThat(Files.readString(junit)).contains("type=\"regression.critical\"");
    assertThat(RunnerJar.in(folder).run("gate", "base.json", "head.json").with(1).out())
        .contains("no critical row");
    RunnerJar.in(folder).run("gate", "base.json", "base.json").with(0);
    Path pytest = folder.resolve("reports/pytest_benchmark.json");
    RunnerJar.in(folder).run("compare", pytest.toString(), pytest.toString()).with(0);
  }

  /** The same file with forks that differ by a percent, however busy this machine is. */
  private static void steadied(Path from, Path to, double slowdown) throws IOException {
    JsonNode results = MAPPER.readTree(from.toFile());
    for (JsonNode result : results) {
      ObjectNode metric = (ObjectNode) result.get("primaryMetric");
      double score = metric.get("score").doubleValue() / slowdown;
      ArrayNode raw = metric.putArray("rawData");
      for (double share : new double[] {0.99, 1, 1.01}) raw.addArray().add(score * share);
    }
    MAPPER.writeValue(to.toFile(), results);
  }

  @Test
  void aBrokenFileIsNamedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("broken.json"), "[{\"benchmark\": \"a.b\",\n  oops}]");
    Ended ended = RunnerJar.in(folder).run("compare", "broken.json", "broken.json").with(2);
    assertThat(ended.err()).contains("broken.json:2:").contains("is no JSON");
    assertThat(ended.err()).doesNotContain("Exception");
  }
}
