package org.bindbench.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One run of {@code faults.lua}, each case in a JVM of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
  private static final String SUITE = RunnerJar.resource("faults/faults.lua");

  @TempDir Path folder;
  private Ended ended = new Ended(Path.of(""), 0, "", "");

  @BeforeAll
  void measure(@TempDir Path shared) {
    ended =
        RunnerJar.in(shared)
            .run(
                "lua",
                SUITE,
                "-e",
                "luaj",
                "--level",
                "comprehensive",
                "-f",
                "1",
                "-w",
                "500ms",
                "-r",
                "300ms",
                "-to",
                "12s");
  }

  @Test
  void aRunWithFailedTrialsExitsWith3() {
    ended.with(3);
    assertThat(ended.metrics().path("run").path("exit_code").asInt()).isEqualTo(3);
  }

  @Test
  void everyCaseHasItsRowWhateverBecameOfIt() {
    assertThat(ended.rows()).hasSize(16);
    assertThat(ended.rows()).allSatisfy(row -> assertThat(row.path("raw")).hasSize(1));
  }

  @Test
  void aFailedRowHasAReasonAndNoFigure() {
    assertThat(ended.rows())
        .filteredOn(row -> !row.path("status").asText().equals("COMPLETED"))
        .hasSize(13)
        .allSatisfy(row -> assertThat(row.path("reason").asText()).isNotBlank())
        .allSatisfy(row -> assertThat(row.path("metrics")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"healthy", "fake_messages", "suspended_coroutine"})
  void aHealthyCaseHasItsRate(String name) {
    assertThat(ended.row(name).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(ended.row(name).path("metrics").path("rate").path("value").asDouble()).isPositive();
  }

  @Test
  @Tag("fault-1")
  void haltingWith137IsACrashAndNotOutOfMemory() {
    assertThat(ended.row("halt_137").path("status").asText()).isEqualTo("CRASHED");
    assertThat(ended.outcome("halt_137").path("exitCode").asInt()).isEqualTo(137);
  }

  @Test
  @Tag("fault-2")
  void aKilledWorkerIsACrashWithItsSignalAndItsLogIsKept() {
    JsonNode outcome = ended.outcome("killed");
    assertThat(ended.row("killed").path("status").asText()).isEqualTo("CRASHED");
    assertThat(outcome.path("reason").asText()).contains("signal KILL");
    assertThat(Path.of(outcome.path("log").asText())).exists().hasParent(logs());
  }

  @Test
  @Tag("fault-2")
  void aCrashOfTheJvmNamesItsSignalAndKeepsTheErrorFile() {
    JsonNode outcome = ended.outcome("segmentation_fault");
    assertThat(ended.row("segmentation_fault").path("status").asText()).isEqualTo("CRASHED");
    assertThat(outcome.path("reason").asText()).contains("SIGSEGV");
    assertThat(keptInTheRun(outcome.path("log")).getFileName().toString()).startsWith("hs_err_");
  }

  @Test
  @Tag("fault-2")
  void aCrashLeavesNoCoreInTheUsersFolder() {
    assertThat(ended.folder()).isDirectoryNotContaining("glob:**core*");
  }

  @Test
  @Tag("fault-3")
  void aFilledHeapIsOutOfMemory() {
    assertThat(ended.row("heap_filled").path("status").asText()).isEqualTo("OUT_OF_MEMORY");
    assertThat(ended.outcome("heap_filled").path("where").asText()).isEqualTo("heap");
    assertThat(ended.outcome("heap_filled").path("reason").asText()).contains("Java heap space");
  }

  @Test
  @Tag("fault-5")
  void deepRecursionFailsTheScriptAlone() {
    assertThat(ended.row("deep_recursion").path("status").asText()).isEqualTo("SCRIPT_FAILED");
    assertThat(ended.row("deep_recursion").path("reason").asText()).contains("stack overflow");
  }

  @ParameterizedTest
  @Tag("fault-6")
  @ValueSource(strings = {"endless_loop", "endless_sleep", "pattern_blow_up", "waits_for_a_child"})
  void whatNeverEndsIsTimedOutAndItsThreadsAreKept(String name) throws Exception {
    assertThat(ended.row(name).path("status").asText()).isEqualTo("TIMED_OUT");
    assertThat(ended.row(name).path("reason").asText()).contains("12 s");
    assertThat(Files.readString(keptInTheRun(ended.outcome(name).path("threadDump"))))
        .contains("main")
        .contains("org.luaj.vm2");
  }

  @Test
  @Tag("fault-6")
  void whatATimedOutScriptStartedIsEndedWithIt() throws Exception {
    String pids = Files.readString(ended.folder().resolve("child.pids"));
    assertThat(pids.strip().split(" ")).hasSize(2);
    for (String pid : pids.strip().split(" "))
      ProcessHandle.of(Long.parseLong(pid))
          .ifPresent(child -> child.onExit().orTimeout(10, SECONDS).join());
  }

  @Test
  @Tag("fault-6")
  @Tag("fault-13")
  void noWorkerOutlivesTheRun() {
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(
            process -> process.info().commandLine().orElse("").contains(ended.folder().toString()));
  }

  @Test
  @Tag("fault-10")
  void messagesThatAScriptForgesAreItsOutputAndNothingElse() {
    String said = ended.out() + ended.err();
    assertThat(said).doesNotContain("\u001b").doesNotContainPattern("(?m)(^|\\s)::");
    assertThat(ended.files("reports/runs"))
        .filteredOn(file -> file.toString().endsWith("-luaj.log"))
        .anySatisfy(log -> assertThat(log).content().contains("{\"is\":\"Done\"}", "::error::"));
  }

  @Test
  @Tag("fault-13")
  void aWorkerThatEndsWellWithoutItsLastMessageIsIncomplete() {
    assertThat(ended.row("halt_0").path("status").asText()).isEqualTo("INCOMPLETE");
  }

  @Test
  @Tag("fault-13")
  void aScriptThatEndsItselfHasFailed() {
    assertThat(ended.row("ends_itself").path("status").asText()).isEqualTo("SCRIPT_FAILED");
    assertThat(ended.row("ends_itself").path("reason").asText()).contains("status 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"raises", "set_up_raises"})
  void anErrorNamesItsFileAndLine(String name) throws Exception {
    String reason = ended.row(name).path("reason").asText();
    int line = Files.readAllLines(Path.of(SUITE)).indexOf(lineThatRaises(reason)) + 1;
    assertThat(ended.row(name).path("location").asText()).isEqualTo(SUITE + ":" + line);
  }

  private static String lineThatRaises(String reason) throws Exception {
    return Files.readAllLines(Path.of(SUITE)).stream()
        .filter(line -> line.contains("error(\"" + reason + "\")"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("fault-2")
  void casesThatTookTurnsWithACrashedOneHaveTheirFigures() {
    Ended turns =
        RunnerJar.in(folder)
            .run(
                "lua",
                SUITE,
                "--pattern",
                "healthy",
                "--pattern",
                "killed",
                "--pattern",
                "fake_messages",
                "--pattern",
                "suspended_coroutine",
                "-e",
                "luaj",
                "-f",
                "1",
                "-w",
                "500ms",
                "-r",
                "300ms")
            .with(3);
    assertThat(turns.row("killed").path("status").asText()).isEqualTo("CRASHED");
    assertThat(turns.row("killed").path("flags").valueStream().map(JsonNode::asText))
        .contains("shared JVM");
    assertThat(turns.rows())
        .filteredOn(row -> !row.path("name").asText().equals("killed"))
        .hasSize(3)
        .allSatisfy(
            row ->
                assertThat(row.path("metrics").path("rate").path("value").asDouble()).isPositive());
  }

  /** The file, which must lie in the folder of the run. */
  private Path keptInTheRun(JsonNode path) {
    Path file = Path.of(path.asText());
    assertThat(file).isNotEmptyFile().hasParent(logs());
    return file;
  }

  private Path logs() {
    return ended.files("reports/runs").stream()
        .filter(file -> file.getParent().endsWith("logs"))
        .findFirst()
        .orElseThrow()
        .getParent();
  }
}
