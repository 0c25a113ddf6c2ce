package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaks by the finished program. */
@Tag("fork")
class LeaksIT {
  private static final String SUITE = RunnerJar.resource("leaks/kept.lua");

  @TempDir Path folder;

  @Test
  void aCriticalLeakThatNobodyDeclaredIsMeasuredTwiceAndEndsWith1() throws IOException {
    Ended run = RunnerJar.in(folder).run("lua", SUITE, "-e", "luaj", "--pattern", "kept.kept");

    assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
    JsonNode row = row("kept.kept", "luaj");
    assertThat(row.path("verdict").asText()).isEqualTo("LEAK");
    assertThat(row.path("severity").asText()).isEqualTo("CRITICAL");
    assertThat(row.at("/growth/cycles").asInt()).isEqualTo(60);
    assertThat(row.at("/growth/bytes_per_thousand_operations/low").asDouble())
        .isBetween(2.9e6, 3.2e6);
    assertThat(row.at("/kept/by_case_bytes").asDouble()).isGreaterThan(150e6);
    assertThat(names())
        .containsExactlyInAnyOrder("kept.does_nothing", "kept.planted_leak", "kept.kept");
    assertThat(run.out()).contains("kept.kept · luaj: critical leak");
  }

  @Test
  void leaksThatAreDeclaredChangeNoExitCodeAndSayWhoKeepsThem() throws IOException {
    Ended run =
        RunnerJar.in(folder).run("lua", SUITE, "-e", "luajc", "--pattern", "kept_*", "--no-paths");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("not explained: no fork of this run looked for it");
    assertThat(row("kept.kept_on_purpose", "luajc").path("verdict").asText())
        .isEqualTo("LEAKS_AS_DECLARED");
    JsonNode global = row("kept.kept_in_a_global", "luajc");
    assertThat(global.path("verdict").asText()).isEqualTo("LEAKS_AS_DECLARED");
    assertThat(global.at("/kept/by_guest_bytes").asDouble()).isGreaterThan(25e6);
    assertThat(Math.abs(global.at("/kept/by_case_bytes").asDouble())).isLessThan(3e6);
  }

  /** The proof of Python's leaks on an interpreter, and what the bundled suites are to find. */
  @Test
  void theBundledSuitesFindWhatTheyDeclareAndNothingElse() throws IOException {
    Ended run =
        RunnerJar.in(folder)
            .run("all", "--pattern", "memory_leaks", "-e", "luaj,graalpy-interpreter");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    for (JsonNode row : document().path("leaks"))
      assertThat(row.path("verdict").asText())
          .as(row.toString())
          .isIn("CONTROL_STILL", "PLANTED_FOUND", "NO_LEAK", "LEAKS_AS_DECLARED");
    assertThat(
            row("memory_leaks.weak_subscriptions", "graalpy-interpreter").path("verdict").asText())
        .isEqualTo("NO_LEAK");
    assertThat(
            row("memory_leaks.subscriptions_never_removed", "graalpy-interpreter")
                .path("verdict")
                .asText())
        .isEqualTo("LEAKS_AS_DECLARED");
  }

  /** Its compiler shares the heap: left to itself it moves the control by 100 KiB a cycle. */
  @Test
  void theJitMovesTheHeapByNoMoreThanAFewBytesBetweenReadings() throws IOException {
    Ended run =
        RunnerJar.in(folder)
            .run(
                "python",
                "--pattern",
                "memory_leaks.bounded_cache",
                "-e",
                "graalpy,graalpy-interpreter");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assumeTrue(
        document().path("engines").findValuesAsText("jit").contains("true"),
        "no JDK that GraalPy compiles on");
    JsonNode control = row("memory_leaks.does_nothing", "graalpy");
    assertThat(control.path("verdict").asText()).isEqualTo("CONTROL_STILL");
    assertThat(Math.abs(control.at("/growth/bytes_per_cycle/value").asDouble())).isLessThan(4096);
    assertThat(row("memory_leaks.planted_leak", "graalpy").path("verdict").asText())
        .isEqualTo("PLANTED_FOUND");
    assertThat(row("memory_leaks.bounded_cache", "graalpy").path("verdict").asText())
        .isEqualTo("NO_LEAK");
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    document().path("leaks").forEach(row -> names.add(row.path("case").asText()));
    return names;
  }

  private JsonNode row(String name, String engine) throws IOException {
    for (JsonNode row : document().path("leaks"))
      if (row.path("case").asText().equals(name) && row.path("engine").asText().equals(engine))
        return row;
    throw new AssertionError("no row of " + name + " on " + engine);
  }

  private JsonNode document() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(folder.resolve("reports").resolve("performance_metrics.json")));
  }
}
