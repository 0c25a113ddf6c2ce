package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindbench.model.JvmFacts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines that are not as one would wish. */
class SurroundingsIT {
  @TempDir Path folder;
  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"lua", "python"})
  @Tag("fault-31")
  void aHomeThatIsAFileHindersNothing(String command) throws Exception {
    Path home = Files.createFile(folder.resolve("home"));
    RunnerJar.in(folder)
        .on(java(), "-Djava.io.tmpdir=" + temporary)
        .with("HOME", home.toString())
        .with("XDG_CACHE_HOME", "")
        .with("BINDBENCH_CACHE", "")
        .run(
            command,
            RunnerJar.resource("faults/faults." + command.replace("python", "py")),
            "-e",
            command.equals("lua") ? "luaj" : "graalpy-interpreter",
            "--pattern",
            "healthy",
            "-f",
            "1",
            "-w",
            "500ms",
            "-r",
            "300ms")
        .with(0);
    assertThat(home).isEmptyFile();
  }

  @Test
  @Tag("fault-26")
  void onJava17AloneLuaIsMeasuredInBothItsWays() {
    Ended ended =
        onJava17Alone("lua", "--pattern", "function_call", "-f", "1", "-w", "300ms", "-r", "300ms");
    assertThat(ended.rows()).hasSize(2).allSatisfy(SurroundingsIT::hasRate);
  }

  @Test
  @Tag("fault-26")
  void onJava17AlonePythonIsMeasuredAndMarkedAsInterpreted() {
    Ended ended =
        onJava17Alone("python", "--pattern", "function_call", "-f", "1", "-w", "2s", "-r", "500ms");
    JsonNode row = ended.row("function_call");
    hasRate(row);
    assertThat(row.path("flags").valueStream().map(JsonNode::asText)).contains("interpreter only");
    assertThat(row.path("raw").path(0).path("jit").asBoolean()).isFalse();
    assertThat(ended.out()).contains("interpreter only");
  }

  private Ended onJava17Alone(String... words) {
    JvmFacts java17 = RunnerJar.jvm(17);
    Ended ended =
        RunnerJar.in(folder)
            .on(java17.java())
            .with("PATH", "/usr/bin:/bin")
            .with("JAVA_HOME", "")
            .with("BINDBENCH_JVM", java17.home().toString())
            .run(words)
            .with(0);
    JsonNode environment = ended.metrics().path("environment");
    assertThat(environment.path("worker_jvm").path("version").asText()).startsWith("17");
    assertThat(environment.path("parent_jvm").asText()).contains("17");
    return ended;
  }

  @Test
  @Tag("fault-26")
  void theJitIsNotReplacedByTheInterpreterWhereItIsRequired() {
    Ended ended =
        RunnerJar.in(folder)
            .run("python", "--require-jit", "--jvm", RunnerJar.jvm(17).home().toString())
            .with(78);
    assertThat(ended.err()).contains("The JIT was required").contains("JDK 25");
  }

  @Test
  @Tag("fault-26")
  void aJvmThatDoesNotExistIsNotReplacedByAnother() {
    Ended ended = RunnerJar.in(folder).run("lua", "--jvm", "/nowhere").with(78);
    assertThat(ended.err()).contains("--jvm /nowhere cannot be used").contains("does not exist");
    assertThat(ended.err().lines()).hasSize(1);
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static void hasRate(JsonNode row) {
    assertThat(row.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(row.path("metrics").path("rate").path("value").asDouble()).isPositive();
  }
}
