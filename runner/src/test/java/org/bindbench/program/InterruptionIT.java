package org.bindbench.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told to end in the middle. */
@Tag("fault-9")
class InterruptionIT {
  private static final int TERMINATED = 143;
  private static final int LONGEST_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void itReportsWhatWasMeasuredAndLeavesNoWorkerBehind() throws Exception {
    Process run = start();
    readUntil(run, "fork 3", "warming up");
    List<ProcessHandle> workers = run.descendants().toList();
    run.destroy();
    assertThat(run.waitFor(LONGEST_SECONDS, SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(TERMINATED);
    assertThat(workers).isNotEmpty();
    for (ProcessHandle worker : workers) worker.onExit().get(LONGEST_SECONDS, SECONDS);

    List<String> statuses = new ArrayList<>();
    JsonNode metrics =
        new ObjectMapper().readTree(folder.resolve("reports/performance_metrics.json").toFile());
    for (JsonNode row : metrics.path("cases")) statuses.add(row.path("status").asText());
    assertThat(statuses).isNotEmpty().containsAnyOf("COMPLETED").doesNotContain("CRASHED");
  }

  /** Each trial is short and alone in its JVM, so that some have ended by the third fork. */
  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            RunnerJar.jar().toString(),
            "lua",
            "--verbose",
            "-e",
            "luaj",
            "--level",
            "comprehensive",
            "--pattern",
            "function_call",
            "--pattern",
            "method_call",
            "-f",
            "40",
            "-w",
            "200ms",
            "-r",
            "200ms");
    builder.directory(folder.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static void readUntil(Process run, String... texts) throws IOException {
    BufferedReader err =
        new BufferedReader(new InputStreamReader(run.getErrorStream(), StandardCharsets.UTF_8));
    String line;
    while ((line = err.readLine()) != null) if (Stream.of(texts).allMatch(line::contains)) return;
    throw new AssertionError("the run ended without a line that has " + List.of(texts));
  }
}
