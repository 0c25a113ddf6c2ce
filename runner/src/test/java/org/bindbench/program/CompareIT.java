package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sides next to each other, with trials so short that only large changes are found. */
class CompareIT {
  private static final List<String> SHORT = List.of("-f", "3", "-w", "100ms", "-r", "100ms");

  private static final int MOST_TRIES = 8;

  @TempDir Path folder;

  @BeforeEach
  void makeTwoVersionsOfASuite() throws IOException {
    suite("old", "");
    suite("new", "for k = 1, 30 do sum = (sum + k) - k end");
  }

  /** Two cases with the same answers in both versions; the second is slowed by the given work. */
  private void suite(String version, String work) throws IOException {
    Path suites = Files.createDirectory(folder.resolve(version));
    Files.writeString(
        suites.resolve("steps.lua"),
        """
        local bench = require "bindbench"
        local function steps(work)
          return function()
            return function(n)
              local sum = 0
              for i = 1, n do
                sum = (sum + i) %% 1000003
                if work then %s end
              end
              return sum
            end
          end
        end
        bench.case("unchanged", "rate", { unit = "steps" }, steps(false))
        bench.case("slowed", "rate", { unit = "steps" }, steps(true))
        bench.main(arg)
        """
            .formatted(work));
  }

  @Test
  void theSameCodeAgainstItselfIsMeasuredAlikeAndFailsNothing() throws IOException {
    Ended ended = compare("--base", "old,luaj", "--head", "old,luaj").with(0);
    JsonNode document = document();
    assertThat(document.path("sides").path("base")).isEqualTo(document.path("sides").path("head"));
    assertThat(document.path("comparisons")).isNotEmpty();
    assertThat(rows(document, "rate"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.path("base").path("stage_one")).hasSize(3);
              assertThat(row.path("head").path("stage_one")).hasSize(3);
              assertThat(row.path("verdict").asText()).isNotEqualTo("NOT_COMPARABLE");
            });
    assertThat(ended.out())
        .contains("compare · quick level")
        .contains("interleaved as base, head, head, base");
    assertThat(folder.resolve("reports/comparison_report.md")).exists();
    assertThat(ended.files("reports/runs"))
        .extracting(file -> file.getFileName().toString())
        .contains(
            "comparison.json", "comparison_report.md", "run.json", "sides.json", "suites.json");
  }

  @Test
  void aSlowedCaseIsFoundConfirmedAndFailsTheGate() throws IOException {
    Ended ended = compareUntilItIsConclusive("--fail-on", "slight").with(1);
    JsonNode slowed = row(document(), "steps.slowed");
    assertThat(slowed.path("verdict").asText()).isEqualTo("WORSE");
    assertThat(slowed.path("fails").asBoolean()).isTrue();
    assertThat(slowed.path("head").path("stage_two")).hasSize(5);
    assertThat(row(document(), "steps.unchanged").path("fails").asBoolean()).isFalse();
    assertThat(ended.out()).contains("steps.slowed · luaj: worse");
    assertThat(ended.err()).contains("measuring again what differs");
  }

  @Test
  void theSameComparisonIsReportedAgainFromItsFolder() throws IOException {
    int exitCode = compare("--base", "old,luaj", "--head", "new,luaj").exitCode();
    Path run = runs().get(0);
    byte[] written = Files.readAllBytes(run.resolve("comparison.json"));
    Files.delete(run.resolve("comparison.json"));
    RunnerJar.in(folder).run("report", run.toString()).with(exitCode);
    JsonNode again = new ObjectMapper().readTree(run.resolve("comparison.json").toFile());
    assertThat(again.path("comparisons"))
        .isEqualTo(new ObjectMapper().readTree(written).path("comparisons"));
  }

  @Test
  void bindingStylesAreComparedInBoundCasesAlone() throws IOException {
    compare(
            "--base",
            "luaj,hand",
            "--head",
            "luaj,coercion",
            "--pattern",
            "bound_method_call",
            "--pattern",
            "object_creation")
        .with(0);
    assertThat(rows(document(), "rate"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.path("case").asText()).contains(".bound_");
              assertThat(row.path("base").path("column").asText()).isEqualTo("luaj, hand binding");
              assertThat(row.path("head").path("column").asText()).isEqualTo("luaj, coercion");
            });
  }

  @Test
  void enginesAreComparedAndAJvmOptionReachesTheWorkersOfItsSide() throws IOException {
    compare("--base", "old,luaj", "--head", "old,luajc,-Dplanted=1").with(0);
    assertThat(row(document(), "steps.unchanged").path("head").path("column").asText())
        .isEqualTo("luajc");
    assertThat(trials())
        .isNotEmpty()
        .allSatisfy(
            trial ->
                assertThat(trial.path("worker").path("jvmOptions").toString().contains("-Dplanted"))
                    .isEqualTo(trial.path("spec").path("setup").asText().equals("head")));
  }

  @Test
  void aCaseOfOneSideIsListedWithTheReason() throws IOException {
    Path more = folder.resolve("new/more.lua");
    Files.writeString(
        more, Files.readString(folder.resolve("new/steps.lua")).replace("slowed", "added"));
    compare(
            "--base",
            "old,luaj",
            "--head",
            "new,luaj",
            "--pattern",
            "unchanged",
            "--pattern",
            "added")
        .with(0);
    JsonNode added = row(document(), "more.added");
    assertThat(added.path("verdict").asText()).isEqualTo("NOT_COMPARABLE");
    assertThat(added.path("reason").asText()).isEqualTo("the base has no such case in Lua");
  }

  @Test
  void twoFinishedRunsAreComparedInOneStage() throws IOException {
    for (int i = 0; i < 2; i++) measure("old/steps.lua").with(0);
    List<String> names = runs().stream().map(run -> run.getFileName().toString()).toList();
    Ended ended = RunnerJar.in(folder).run("compare", names.get(0), names.get(1)).with(0);
    assertThat(document().path("interleaved").asBoolean()).isFalse();
    assertThat(document().path("tally").path("NOT_COMPARABLE").asInt()).isZero();
    assertThat(ended.out()).contains("not interleaved");
  }

  @Test
  void finishedRunsOfDifferentSuitesAreNotComparable() throws IOException {
    measure("old/steps.lua").with(0);
    measure("new/steps.lua").with(0);
    RunnerJar.in(folder).run("compare", runs().get(0).toString(), runs().get(1).toString()).with(0);
    assertThat(document().path("comparisons").findValuesAsText("reason"))
        .isNotEmpty()
        .allSatisfy(reason -> assertThat(reason).contains("suite file"));
  }

  @Test
  void whatCannotBeComparedIsOneSentence() {
    assertThat(RunnerJar.in(folder).run("compare").with(2).err()).contains("Nothing is named");
    assertThat(RunnerJar.in(folder).run("compare", "--base", "lujac").with(2).err())
        .contains("--base lujac: this is no engine");
    assertThat(RunnerJar.in(folder).run("compare", "no-such-run", "nor-this").with(2).err())
        .contains("There is no run folder no-such-run");
    assertThat(
            RunnerJar.in(folder)
                .run("compare", "--base", "luaj", "--head", "luajc", "--time-budget", "1h")
                .with(2)
                .err())
        .contains("has no --time-budget");
  }

  @Test
  void anInterruptedComparisonReportsWhatItHas() throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of("compare", "--base", "old,luaj", "--head", "new,luaj", "--verbose"));
    words.addAll(List.of("-f", "3", "-w", "2s", "-r", "2s"));
    try (Running running = Running.start(RunnerJar.in(folder), words.toArray(String[]::new))) {
      running.untilItSays(line -> line.contains("fork 2"));
      running.signal("INT");
      assertThat(running.exitCode()).isEqualTo(130);
    }
    assertThat(rows(document(), "rate"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.path("verdict").asText()).isEqualTo("INCONCLUSIVE"));
    assertThat(document().path("notes").toString()).contains("interrupted");
  }

  private Ended compare(String... sides) {
    List<String> words = new ArrayList<>(List.of("compare"));
    words.addAll(List.of(sides));
    words.addAll(SHORT);
    return RunnerJar.in(folder).run(words.toArray(String[]::new));
  }

  /** A machine that is busy or changes its speed shows nothing; the comparison is made again. */
  private Ended compareUntilItIsConclusive(String... options) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("compare", "--base", "old,luaj", "--head", "new,luaj"));
    words.addAll(List.of("-f", "5", "-w", "300ms", "-r", "300ms"));
    words.addAll(List.of(options));
    for (int tries = 1; ; tries++) {
      Ended ended = RunnerJar.in(folder).run(words.toArray(String[]::new));
      String verdict = row(document(), "steps.slowed").path("verdict").asText();
      if (tries == MOST_TRIES || !verdict.equals("INCONCLUSIVE")) return ended;
    }
  }

  private Ended measure(String file) {
    List<String> words = new ArrayList<>(List.of("lua", file, "-e", "luaj"));
    words.addAll(SHORT);
    return RunnerJar.in(folder).run(words.toArray(String[]::new));
  }

  private JsonNode document() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("reports/comparison.json").toFile());
  }

  private static List<JsonNode> rows(JsonNode document, String metric) {
    return document
        .path("comparisons")
        .valueStream()
        .filter(row -> row.path("metric").asText().equals(metric))
        .toList();
  }

  private static JsonNode row(JsonNode document, String id) {
    return rows(document, "rate").stream()
        .filter(row -> row.path("case").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Path> runs() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("reports/runs"))) {
      return runs.filter(Files::isDirectory).sorted().toList();
    }
  }

  private List<JsonNode> trials() throws IOException {
    List<JsonNode> trials = new ArrayList<>();
    try (Stream<Path> files = Files.walk(runs().get(0).resolve("trials"))) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        trials.add(new ObjectMapper().readTree(file.toFile()));
    }
    return trials;
  }
}
