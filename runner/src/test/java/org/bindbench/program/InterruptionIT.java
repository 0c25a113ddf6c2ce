package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is told to end in the middle. */
@Tag("fault-9")
class InterruptionIT {
  /** A pipe holds so much before who writes to it must wait. */
  private static final int PIPE_BYTES = 1 << 16;

  /** Sooner than the run would give up writing its report by itself. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void itReportsWhatWasMeasuredAndLeavesNoWorkerBehind(String signal, int exitCode)
      throws Exception {
    try (Running run = start(RunnerJar.in(folder))) {
      List<ProcessHandle> tree = run.tree();
      assertThat(tree).hasSizeGreaterThan(1);
      run.signal(signal);
      assertThat(run.exitCode()).isEqualTo(exitCode);
      Running.assertGone(tree);
    }
    assertThat(statuses()).contains("COMPLETED").doesNotContain("CRASHED");
  }

  @Test
  void ctrlCInATerminalReachesTheWorkersTooAndMakesNoneOfThemACrash() throws Exception {
    try (Running run = start(RunnerJar.in(folder))) {
      List<ProcessHandle> tree = run.tree();
      run.signalGroup("INT");
      assertThat(run.exitCode()).isEqualTo(130);
      Running.assertGone(tree);
      assertThat(run.said()).noneMatch(line -> line.contains("CRASHED"));
    }
    assertThat(statuses()).contains("COMPLETED").doesNotContain("CRASHED");
  }

  @Test
  void aTrialInProgressSaysThatAPartOfItGivesNoFigure() throws Exception {
    String[] words = WORDS.clone();
    words[List.of(words).indexOf("-w") + 1] = "60s";
    try (Running run = Running.start(RunnerJar.in(folder), words)) {
      run.untilItSays(line -> line.contains("warming up"));
      run.signal("INT");
      run.exitCode();
    }
    List<String> reasons = new ArrayList<>();
    for (JsonNode row : metrics().path("cases"))
      for (JsonNode fork : row.path("raw")) reasons.add(fork.path("reason").asText());
    assertThat(reasons)
        .anyMatch(reason -> reason.contains("interrupted in the middle of this (warming up)"))
        .anyMatch(reason -> reason.contains("interrupted before this was measured"));
  }

  @Test
  void aSecondCtrlCEndsItAtOnceThoughItsReportIsNotWrittenYet() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (RandomAccessFile full = new RandomAccessFile(pipe.toFile(), "rw")) {
      full.write(new byte[PIPE_BYTES]);
      try (Running run = Running.start(RunnerJar.in(folder), pipe, WORDS)) {
        run.untilItSays(InterruptionIT::inTheThirdFork);
        List<ProcessHandle> tree = run.tree();
        run.signal("INT");
        while (!Files.exists(folder.resolve("reports/performance_report.md")))
          run.goOnFor(Duration.ofMillis(20));
        run.signal("INT");
        assertThat(run.exitCode(AT_ONCE)).isEqualTo(130);
        Running.assertGone(tree);
      }
    }
  }

  /** Each trial is short and alone in its JVM, so that some have ended by the third fork. */
  private static final String[] WORDS =
      ("lua --verbose -e luaj --level comprehensive --pattern function_call --pattern method_call"
              + " -f 40 -w 200ms -r 200ms")
          .split(" ");

  private static Running start(RunnerJar runner) throws IOException {
    return Running.start(runner, WORDS).untilItSays(InterruptionIT::inTheThirdFork);
  }

  private static boolean inTheThirdFork(String line) {
    return line.contains("fork 3") && line.contains("warming up");
  }

  private List<String> statuses() throws IOException {
    List<String> statuses = new ArrayList<>();
    for (JsonNode row : metrics().path("cases")) statuses.add(row.path("status").asText());
    return statuses;
  }

  private JsonNode metrics() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("reports/performance_metrics.json").toFile());
  }
}
