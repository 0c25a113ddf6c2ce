package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A slowdown planted in code that the cases use, in Python and in Lua, against a stored baseline
 * and next to the version in use. The suite files stay as they are: another file asks another
 * question.
 */
class GateIT {
  private static final List<String> SHORT = List.of("-f", "4", "-w", "300ms", "-r", "300ms");

  private static final int MOST_TRIES = 3;

  @TempDir Path folder;

  private static final Path RESOURCES = Path.of("runner/src/test/resources/gate");

  @BeforeEach
  void makeVersions() throws IOException {
    copy(RESOURCES.resolve("suites"), folder.resolve("old"));
    copy(RESOURCES.resolve("suites"), folder.resolve("new"));
    copy(RESOURCES.resolve("slowed"), folder.resolve("new"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        Files.writeString(to.resolve(file.getFileName()), Files.readString(file));
    }
  }

  @Test
  void aSlowdownFailsAgainstAStoredBaselineInBothLanguages() throws IOException {
    saved("lua", "gated_lua.lua", "luaj");
    saved("python", "gated_python.py", "graalpy-interpreter");
    use("new");
    Ended lua = against("lua", "gated_lua.lua", "luaj", "--fail-on", "gates").with(1);
    assertSlowed(lua, "gated_lua.slowed", "luaj");
    assertThat(row(lua, "gated_lua.unchanged").path("fails").asBoolean()).isFalse();
    Ended python =
        against("python", "gated_python.py", "graalpy-interpreter", "--fail-on", "minor").with(1);
    assertSlowed(python, "gated_python.slowed", "graalpy-interpreter");
  }

  /** The console, the document and the data name the case and how bad it is. */
  private static void assertSlowed(Ended ended, String id, String engine) throws IOException {
    JsonNode row = row(ended, id);
    assertThat(row.path("verdict").asText()).isEqualTo("WORSE");
    assertThat(row.path("magnitude").asText()).isIn("MAJOR", "CRITICAL");
    assertThat(row.path("fails").asBoolean()).isTrue();
    String magnitude = row.path("magnitude").asText().toLowerCase(java.util.Locale.ROOT);
    assertThat(ended.out()).contains(id + " · " + engine).contains("worse, " + magnitude);
    String document = Files.readString(ended.folder().resolve("reports/performance_report.md"));
    assertThat(document)
        .contains("## Against the baseline")
        .contains(id.replace("_", "\\_") + " · " + engine)
        .contains("worse, " + magnitude);
    assertThat(ended.metrics().path("run").path("exit_code").asInt()).isEqualTo(1);
  }

  @Test
  void aStoredBaselineInformsAndBlocksOnlyWhereThatIsAsked() throws IOException {
    saved("lua", "gated_lua.lua", "luaj");
    use("new");
    Ended informed = against("lua", "gated_lua.lua", "luaj").with(0);
    assertThat(row(informed, "gated_lua.slowed").path("verdict").asText()).isEqualTo("WORSE");
    String run = newestRun();
    Ended gate = bindbench("gate", run, "--baseline", "main").with(1);
    assertThat(gate.out())
        .contains("no critical row")
        .contains("at most 3 major rows")
        .contains("at most 30 % of the cases minor or worse")
        .contains("gated_lua.slowed · luaj")
        .contains("could have seen");
    assertThat(bindbench("baseline", "promote", run, "main").with(1).err())
        .contains("does not become the baseline main")
        .contains("gated_lua.slowed");
    assertThat(bindbench("report", run).with(0).out()).contains("Against the baseline");
  }

  @Test
  void aSlowdownFailsNextToTheVersionInUse() throws IOException {
    for (int tries = 1; ; tries++) {
      Ended ended = compare("old", "new", "luaj", "gated_lua.lua", "--fail-on", "gates");
      JsonNode document =
          new ObjectMapper().readTree(folder.resolve("reports/comparison.json").toFile());
      JsonNode slowed =
          document
              .path("comparisons")
              .valueStream()
              .filter(row -> row.path("case").asText().equals("gated_lua.slowed"))
              .filter(row -> row.path("metric").asText().equals("rate"))
              .findFirst()
              .orElseThrow();
      if (tries < MOST_TRIES && slowed.path("verdict").asText().equals("INCONCLUSIVE")) continue;
      ended.with(1);
      assertThat(slowed.path("magnitude").asText()).isIn("MAJOR", "CRITICAL");
      assertThat(document.path("gate").path("outcome").asText()).isEqualTo("FAILED");
      assertThat(ended.out()).contains("gated_lua.slowed · luaj");
      assertThat(bindbench("gate", newestRun()).with(1).out()).contains("gated_lua.slowed");
      return;
    }
  }

  @Test
  @Tag("fault-19")
  void aBaselineThatCannotBeUsedIsRefusedBeforeAnythingIsMeasured() throws IOException {
    saved("lua", "gated_lua.lua", "luaj");
    Path file = folder.resolve("reports/baselines/main.json");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
    Ended cut = against("lua", "gated_lua.lua", "luaj", "--fail-on", "gates").with(2);
    assertThat(cut.err()).contains("is corrupt");
    assertThat(bindbench("baseline", "list").with(0).out()).contains("corrupt");
    Files.writeString(file, "{\"schema\": 99}");
    assertThat(against("lua", "gated_lua.lua", "luaj").with(2).err()).contains("schema 99");
    try (Stream<Path> runs = Files.list(folder.resolve("reports/runs"))) {
      assertThat(runs.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  @Tag("fault-19")
  void aBaselineOfOtherCircumstancesIsNotComparableAndNoPass() throws IOException {
    saved("lua", "gated_lua.lua", "luaj");
    Ended ended =
        against("lua", "gated_lua.lua", "luaj", "--fail-on", "slight", "--gc", "serial").with(0);
    assertThat(ended.out()).contains("Not judged, which is no pass").contains("collector:");
    assertThat(bindbench("gate", newestRun(), "--baseline", "main").with(3).out())
        .contains("Not judged, which is no pass");
    Ended forced = bindbench("gate", newestRun(), "--baseline", "main", "--ignore-fingerprint");
    assertThat(forced.with(3).out()).contains("circumstances differ").contains("collector:");
  }

  private void saved(String language, String file, String engine) throws IOException {
    use("old");
    Ended ended =
        measure(language, file, engine, "--save-baseline", language.equals("lua") ? "main" : "py")
            .with(0);
    assumeFalse(
        ended.out().contains("the machine became"),
        "the machine changed its speed while the baseline was measured");
    assertThat(ended.err()).contains("baseline ");
  }

  /** Puts a version where the suites are. */
  private void use(String version) throws IOException {
    copy(folder.resolve(version), folder.resolve("suites"));
  }

  /** A machine that changes its speed meanwhile shows nothing; the run is made again. */
  private Ended against(String language, String file, String engine, String... options) {
    List<String> words = new ArrayList<>(List.of(options));
    words.addAll(List.of("--baseline", language.equals("lua") ? "main" : "py"));
    for (int tries = 1; ; tries++) {
      Ended ended = measure(language, file, engine, words.toArray(String[]::new));
      boolean moved = ended.out().contains("the machine became");
      if (tries < MOST_TRIES && moved) continue;
      assumeFalse(moved, "the machine changed its speed in every run: times are not judged");
      return ended;
    }
  }

  private Ended measure(String language, String file, String engine, String... options) {
    List<String> words = new ArrayList<>(List.of(language, "suites/" + file, "-e", engine));
    words.addAll(SHORT);
    words.addAll(List.of(options));
    return bindbench(words.toArray(String[]::new));
  }

  private Ended compare(String base, String head, String engine, String file, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "compare",
                "--base",
                "suites=" + base + "/" + file + ",engine=" + engine,
                "--head",
                "suites=" + head + "/" + file + ",engine=" + engine));
    words.addAll(SHORT);
    words.addAll(List.of(options));
    return bindbench(words.toArray(String[]::new));
  }

  private Ended bindbench(String... words) {
    return RunnerJar.in(folder).run(words);
  }

  private static JsonNode row(Ended ended, String id) {
    return ended
        .metrics()
        .path("baseline")
        .path("rows")
        .valueStream()
        .filter(row -> row.path("case").asText().equals(id))
        .filter(row -> row.path("metric").asText().equals("rate"))
        .findFirst()
        .orElseThrow();
  }

  private String newestRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("reports/runs"))) {
      return runs.filter(Files::isDirectory)
          .filter(run -> Files.exists(run.resolve("run.json")))
          .map(run -> run.getFileName().toString())
          .max(String::compareTo)
          .orElseThrow();
    }
  }
}
