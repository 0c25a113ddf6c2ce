package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are ended at moments drawn from a seed: whatever the moment, no process is left, no
 * trial that ended is lost, and every report that is there is whole.
 */
@Tag("fault")
class KilledRunsIT {
  private static final long SEED = Long.getLong("bindbench.seed", System.nanoTime());
  private static final int TRIALS = 6;
  private static final String[] WORDS =
      ("lua --verbose -e luaj --level comprehensive --pattern function_call --pattern method_call"
              + " -f 3 -w 100ms -r 100ms")
          .split(" ");
  private static final Pattern ENDED = Pattern.compile("· fork \\d+: ([A-Z_]+)");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  @RepeatedTest(5)
  @Tag("fault-8")
  void aRunThatIsKilledLosesNoTrialThatEndedAndIsReportedAfterwards(RepetitionInfo repetition)
      throws Exception {
    try (Running run = atARandomMoment("kill", repetition)) {
      List<ProcessHandle> tree = run.tree();
      run.signal("KILL");
      run.exitCode();
      Running.assertGone(tree);
      // It may have been killed between storing a trial and saying so.
      assertThat(ended().size() - said(run)).isBetween(0, 1);
    }
    assertReportsAreWhole();
    RunnerJar.in(folder).run("report", runFolder().toString()).with(0);
    JsonNode metrics = MAPPER.readTree(runFolder().resolve("performance_metrics.json").toFile());
    assertThat(metrics.path("cases").findValuesAsText("fork")).hasSize(TRIALS);
    assertThat(metrics.path("cases").valueStream().flatMap(row -> row.path("raw").valueStream()))
        .filteredOn(fork -> fork.path("status").asText().equals("COMPLETED"))
        .hasSameSizeAs(ended());
    assertReportsAreWhole();
  }

  @RepeatedTest(5)
  @Tag("fault-2")
  void aWorkerThatIsKilledCostsOneTrialAtMost(RepetitionInfo repetition) throws Exception {
    try (Running run = atARandomMoment("kill worker", repetition)) {
      run.worker().destroyForcibly();
      List<ProcessHandle> tree = run.tree();
      assertThat(run.exitCode()).isIn(0, 3);
      Running.assertGone(tree);
      assertThat(said(run)).isEqualTo(TRIALS);
    }
    assertThat(trials()).hasSize(TRIALS);
    assertThat(trials())
        .filteredOn(trial -> !status(trial).equals("Completed"))
        .hasSizeLessThanOrEqualTo(1)
        .allSatisfy(trial -> assertThat(status(trial)).isEqualTo("Crashed"));
    assertReportsAreWhole();
  }

  @RepeatedTest(5)
  @Tag("fault-9")
  void aRunThatIsInterruptedReportsEveryTrialThatEnded(RepetitionInfo repetition) throws Exception {
    try (Running run = atARandomMoment("interrupt", repetition)) {
      List<ProcessHandle> tree = run.tree();
      run.signal("INT");
      assertThat(run.exitCode()).isEqualTo(130);
      Running.assertGone(tree);
      assertThat(ended()).hasSize(said(run));
    }
    assertThat(trials()).hasSize(TRIALS);
    assertThat(folder.resolve("reports/performance_metrics.json")).exists();
    assertReportsAreWhole();
  }

  /** A run some of whose trials have ended, but not the last. */
  private Running atARandomMoment(String what, RepetitionInfo repetition) throws Exception {
    String title = what + " " + repetition.getCurrentRepetition();
    Random random = new Random(SEED + title.hashCode());
    int ended = random.nextInt(TRIALS - 2);
    Duration more = Duration.ofMillis(random.nextInt(400));
    System.out.printf(
        "-Dbindbench.seed=%d, %s: %d ms after trial %d%n", SEED, title, more.toMillis(), ended);
    Running run = Running.start(RunnerJar.in(folder), WORDS);
    run.untilItSays(line -> line.startsWith("["));
    for (int i = 0; i < ended; i++) run.untilItSays(line -> ENDED.matcher(line).find());
    run.goOnFor(more);
    return run;
  }

  private static int said(Running run) {
    return (int) run.said().stream().filter(line -> ENDED.matcher(line).find()).count();
  }

  /** Every stored trial; one that does not parse fails the test. */
  private List<JsonNode> trials() throws IOException {
    Path trials = runFolder().resolve("trials");
    if (!Files.exists(trials)) return List.of();
    return new Ended(folder, 0, "", "")
        .files("reports/runs").stream()
            .filter(file -> file.getParent().equals(trials) && file.toString().endsWith(".json"))
            .map(KilledRunsIT::json)
            .toList();
  }

  /** Those that ended, and were not cut off. */
  private List<JsonNode> ended() throws IOException {
    return trials().stream().filter(trial -> !status(trial).equals("Skipped")).toList();
  }

  private static String status(JsonNode trial) {
    return trial.path("outcome").path("is").asText();
  }

  private Path runFolder() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("reports/runs"))) {
      return runs.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private void assertReportsAreWhole() throws IOException {
    for (Path file : new Ended(folder, 0, "", "").files("reports")) {
      if (file.endsWith("performance_metrics.json"))
        assertThat(schema().validate(Files.readString(file), InputFormat.JSON)).isEmpty();
      if (file.endsWith("performance_report.md"))
        assertThat(Files.readString(file)).startsWith("# Performance report\n").endsWith("\n");
      assertThat(file.getFileName().toString()).doesNotStartWith(".performance");
    }
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            KilledRunsIT.class.getResourceAsStream("/schema/performance_metrics.schema.json"),
            InputFormat.JSON);
  }

  private static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
