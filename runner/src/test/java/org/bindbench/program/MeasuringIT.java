package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users come for: figures, in the forms they asked for. */
class MeasuringIT {
  @TempDir Path folder;

  @Test
  void threeForksGiveIntervalsAndTheOtherLanguageIsNull() {
    Ended ended =
        RunnerJar.in(folder)
            .run("lua", "--pattern", "object_creation", "-f", "3", "-w", "300ms", "-r", "300ms")
            .with(0);
    assertThat(ended.metrics().path("python_metrics").isNull()).isTrue();
    assertThat(ended.metrics().path("lua_metrics").path("tests_failed").asInt()).isZero();
    assertThat(ended.rows())
        .hasSize(2)
        .allSatisfy(
            row -> {
              JsonNode rate = row.path("metrics").path("rate");
              assertThat(rate.path("forks")).hasSize(3);
              assertThat(rate.path("interval").path("low").asDouble()).isPositive();
              assertThat(rate.path("interval").path("high").asDouble())
                  .isGreaterThanOrEqualTo(rate.path("value").asDouble());
            });
    assertThat(ended.files("reports").stream().map(Path::getFileName).map(Path::toString))
        .contains("performance_metrics.json", "performance_report.md");
  }

  @Test
  void pythonIsCompiledWhereThereIsAJvmForIt() {
    String jvm = RunnerJar.jvm(25).home().toString();
    Ended ended =
        RunnerJar.in(folder)
            .run(
                "python",
                "--require-jit",
                "--jvm",
                jvm,
                "--pattern",
                "object_creation",
                "-f",
                "1",
                "-w",
                "300ms",
                "-r",
                "300ms")
            .with(0);
    JsonNode fork = ended.row("object_creation").path("raw").path(0);
    assertThat(fork.path("implementation").asText()).isEqualTo("GraalVM CE");
    assertThat(fork.path("jit").asBoolean()).isTrue();
    assertThat(ended.metrics().path("lua_metrics").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"lua, benchmark.lua, luaj", "python, benchmark.py, graalpy-interpreter"})
  void aPlainScriptHasTheHostsFiguresAndItsOwnMarkedAsReported(
      String command, String script, String engine) {
    Ended ended =
        RunnerJar.in(folder)
            .run(command, RunnerJar.resource("plain/" + script), "-e", engine, "-f", "1")
            .with(0);
    JsonNode metrics = ended.row("script").path("metrics");
    assertThat(metrics.valueStream().map(each -> each.path("reported_by_script").asBoolean()))
        .contains(true, false);
    assertThat(List.of("exit_status", "wall_time", "cpu_time"))
        .allSatisfy(
            id -> assertThat(metrics.path(id).path("reported_by_script")).hasToString("false"));
    assertThat(metrics.propertyStream())
        .anySatisfy(
            each -> {
              assertThat(each.getKey()).contains("creation_rate");
              assertThat(each.getValue().path("reported_by_script").asBoolean()).isTrue();
            });
    assertThat(ended.row("script").path("flags").toString()).contains("reported");
  }

  @Test
  void onlyTheFormatAskedForIsWrittenAndOnlyProgressAndTheHistoryAreTold() {
    Ended ended = oneCase(RunnerJar.in(folder), "--format", "json");
    assertThat(ended.files("reports").stream().map(Path::getFileName).map(Path::toString))
        .contains("performance_metrics.json")
        .doesNotContain("performance_report.md");
    assertThat(ended.err().lines())
        .allMatch(line -> line.matches("lua, .*|\\[.*|put into the history .*"));
  }

  @Test
  void whatIsPipedCarriesNoEscapesWhateverTheVariablesSay() {
    Ended plain =
        oneCase(RunnerJar.in(folder).with("NO_COLOR", "1").with("TERM", "xterm-256color"));
    assertThat(plain.out() + plain.err()).doesNotContain("\u001b");
    Ended coloured = oneCase(RunnerJar.in(folder).with("TERM", "xterm-256color"));
    assertThat(coloured.out() + coloured.err()).doesNotContain("\u001b");
  }

  @Test
  void aLocaleWithoutUnicodeGetsAscii() {
    Ended ended = oneCase(RunnerJar.in(folder).with("LC_ALL", "C"), "--verbose");
    assertThat(ended.out())
        .isNotEmpty()
        .matches("\\p{ASCII}*")
        .doesNotContainPattern("(?<![a-z])\\?");
    assertThat(ended.err())
        .isNotEmpty()
        .matches("\\p{ASCII}*")
        .doesNotContainPattern("(?<![a-z])\\?");
  }

  private static Ended oneCase(RunnerJar runner, String... more) {
    String[] words = {
      "lua", "--pattern", "function_call", "-e", "luaj", "-f", "1", "-w", "100ms", "-r", "200ms"
    };
    return runner
        .run(
            java.util.stream.Stream.of(words, more)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new))
        .with(0);
  }
}
