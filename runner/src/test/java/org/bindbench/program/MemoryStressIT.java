package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The suites of stress and recovery on real engines, each trial in one fork and short. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MemoryStressIT {
  private Ended lua = new Ended(Path.of(""), 0, "", "");
  private Ended python = new Ended(Path.of(""), 0, "", "");

  @BeforeAll
  void measure(@TempDir Path folder) throws Exception {
    Path ofLua = java.nio.file.Files.createDirectories(folder.resolve("lua"));
    Path ofPython = java.nio.file.Files.createDirectories(folder.resolve("python"));
    lua = run(ofLua, "lua", "luaj");
    python = run(ofPython, "python", "graalpy-interpreter");
  }

  private static Ended run(Path folder, String language, String engine) {
    return RunnerJar.in(folder)
        .run(
            language,
            "-e",
            engine,
            "-f",
            "1",
            "-r",
            "400ms",
            "--pattern",
            "memory_stress.*",
            "--pattern",
            "memory_recovery.*")
        .with(0);
  }

  private List<Ended> both() {
    return List.of(lua, python);
  }

  @Test
  void theLiveSetIsRaisedToMostOfTheHeapWithRightAnswers() {
    for (Ended ended : both()) {
      JsonNode row = ended.row("rising_live_set");
      assertThat(value(row, "pressure_reached")).isBetween(60.0, 95.0);
      assertThat(value(row, "stability")).isBetween(10.0, 100.0);
      assertThat(row.path("raw").path(0).path("readings").path("step_end").path("values"))
          .hasSizeBetween(5, 10);
    }
  }

  @Test
  void aPoolAnswersAllItsTasksAndTheProcessIsWeighed() {
    for (Ended ended : both()) {
      JsonNode row = ended.row("tasks_for_a_pool");
      assertThat(value(row, "tasks_right")).isEqualTo(100);
      assertThat(value(row, "guest_bytes")).isPositive();
      assertThat(value(row, "peak_process")).isGreaterThan(30e6);
    }
  }

  @Test
  void holesAreFreedAndTakeBlocksAgain() {
    for (Ended ended : both())
      assertThat(ended.rows())
          .filteredOn(row -> row.path("name").asText().equals("every_third_freed"))
          .hasSize(2)
          .allSatisfy(
              row -> {
                assertThat(value(row, "thinned_back")).isBetween(90.0, 110.0);
                assertThat(value(row, "heap_per_byte")).isBetween(0.95, 1.5);
                assertThat(value(row, "refilled")).isBetween(10.0, 100.0);
                assertThat(row.path("absent").path("humongous_share").asText())
                    .startsWith("unsupported");
              });
  }

  @Test
  void beyondTheLimitEndsInOneOfThreeWaysWhichIsAResultAndNoFailure() {
    for (Ended ended : both()) {
      JsonNode row = ended.row("memory_runs_out");
      assertThat(row.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(
              value(row, "caught_in_script")
                  + value(row, "raised_in_java")
                  + value(row, "process_ended"))
          .isEqualTo(100);
      assertThat(row.path("capability").path("saw").asText()).isNotBlank();
    }
    assertThat(value(lua.row("memory_runs_out"), "raised_in_java")).isEqualTo(100);
    assertThat(value(lua.row("memory_runs_out"), "usable_afterwards")).isEqualTo(100);
  }

  @Test
  void whatIsLetGoComesBackWhicheverWay() {
    for (Ended ended : both())
      assertThat(ended.rows())
          .filteredOn(row -> row.path("name").asText().equals("objects_released"))
          .hasSize(4)
          .allSatisfy(row -> assertThat(value(row, "recovered")).isBetween(90.0, 101.0))
          .allSatisfy(row -> assertThat(value(row, "stable_after")).isPositive());
  }

  @Test
  void theHeapThatMayShrinkIsWeighedBeforeWithAndAfter() {
    for (Ended ended : both()) {
      JsonNode row = ended.row("heap_given_back");
      assertThat(value(row, "committed_with")).isGreaterThan(value(row, "committed_before"));
      assertThat(value(row, "heap_given_back")).isBetween(0.0, 110.0);
    }
  }

  @Test
  void theReportTellsFiguresThenWhatTheyComeTo() {
    assertThat(lua.out())
        .contains("Under memory pressure", "Memory that comes back")
        .contains("Stability is the mean of two shares")
        .contains("only Java could catch it");
    assertThat(lua.metrics().path("stress").path("conclusions")).isNotEmpty();
    assertThat(lua.metrics().path("recovery").path("conclusions")).isNotEmpty();
  }

  private static double value(JsonNode row, String metric) {
    return row.path("metrics").path(metric).path("value").asDouble(Double.NaN);
  }
}
