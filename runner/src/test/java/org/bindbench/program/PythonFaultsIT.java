package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One run of {@code faults.py}, whose cases take turns in a JVM until one of them ends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonFaultsIT {
  private static final String SUITE = RunnerJar.resource("faults/faults.py");

  private Ended ended = new Ended(Path.of(""), 0, "", "");

  @BeforeAll
  void measure(@TempDir Path shared) {
    ended =
        RunnerJar.in(shared)
            .run(
                "python",
                SUITE,
                "-e",
                "graalpy-interpreter",
                "-f",
                "1",
                "-w",
                "1s",
                "-r",
                "500ms",
                "-to",
                "40s")
            .with(3);
  }

  @ParameterizedTest
  @Tag("fault-2")
  @ValueSource(strings = {"healthy", "fake_messages"})
  void aHealthyCaseHasItsRateWhateverTheOthersDid(String name) {
    assertThat(ended.row(name).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(ended.row(name).path("metrics").path("rate").path("value").asDouble()).isPositive();
  }

  @ParameterizedTest
  @Tag("fault-1")
  @ValueSource(strings = {"halt_137", "killed"})
  void aWorkerThatIsGoneIsACrash(String name) {
    assertThat(ended.row(name).path("status").asText()).isEqualTo("CRASHED");
    assertThat(ended.outcome(name).path("exitCode").asInt()).isEqualTo(137);
  }

  @ParameterizedTest
  @CsvSource({"ends_itself, 4", "ends_the_process, 5"})
  void aScriptThatEndsItselfHasFailedWithItsStatus(String name, int status) {
    assertThat(ended.row(name).path("status").asText()).isEqualTo("SCRIPT_FAILED");
    assertThat(ended.row(name).path("reason").asText()).endsWith("status " + status);
  }

  @Test
  void anErrorNamesItsFileAndLine() throws Exception {
    List<String> lines = Files.readAllLines(Path.of(SUITE));
    int line = lines.indexOf("        raise ValueError(\"planted\")") + 1;
    assertThat(ended.row("raises").path("status").asText()).isEqualTo("SCRIPT_FAILED");
    assertThat(ended.row("raises").path("reason").asText()).isEqualTo("ValueError: planted");
    assertThat(ended.row("raises").path("location").asText()).isEqualTo(SUITE + ":" + line);
  }

  @Test
  @Tag("fault-5")
  void deepRecursionFailsTheScriptAlone() {
    assertThat(ended.row("deep_recursion").path("status").asText()).isEqualTo("SCRIPT_FAILED");
    assertThat(ended.row("deep_recursion").path("reason").asText()).startsWith("RecursionError");
  }

  @Test
  @Tag("fault-6")
  void anEndlessLoopIsTimedOut() {
    assertThat(ended.row("endless_loop").path("status").asText()).isEqualTo("TIMED_OUT");
    assertThat(Path.of(ended.outcome("endless_loop").path("threadDump").asText())).isNotEmptyFile();
  }

  @Test
  @Tag("fault-10")
  void messagesThatAScriptForgesAreItsOutputAndNothingElse() {
    String said = ended.out() + ended.err();
    assertThat(said).doesNotContain("\u001b").doesNotContainPattern("(?m)(^|\\s)::");
  }
}
