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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More memory and a slowdown, planted in code that the cases use, in Python and in Lua: counted
 * bytes against a stored baseline, as a busy machine leaves them alone, and a rate next to the
 * version in use. The suite files stay as they are: another file asks another question.
 */
class GateIT {
  private static final List<String> SHORT = List.of("-f", "4", "-w", "300ms", "-r", "300ms");

  /** Each is made where the machine was too busy, or too uneven, for the one before. */
  private static final int MOST_TRIES = 8;

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
  void largerObjectsFailAgainstAStoredBaselineInBothLanguages() throws IOException {
    saved("lua");
    saved("python");
    use("new");
    Ended lua = against("lua", "--fail-on", "gates").with(1);
    assertLarger(lua, "kept_lua.changed", "luaj");
    assertThat(bindbench("baseline", "promote", newestRun(), "another").with(1).err())
        .contains("does not become the baseline another")
        .contains("kept_lua.changed");
    assertUnchanged(lua, "kept_lua.unchanged");
    Ended python = against("python", "--fail-on", "minor").with(1);
    assertLarger(python, "kept_python.changed", "graalpy-interpreter");
    assertUnchanged(python, "kept_python.unchanged");
  }

  private static void assertUnchanged(Ended ended, String id) {
    assertThat(row(ended, id).path("fails").asBoolean()).isFalse();
    assertThat(row(ended, id).path("verdict").asText()).isEqualTo("SAME");
  }

  /** The console, the document and the data name the case and how bad it is. */
  private static void assertLarger(Ended ended, String id, String engine) throws IOException {
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
    saved("lua");
    use("new");
    Ended informed = against("lua").with(0);
    assertThat(row(informed, "kept_lua.changed").path("verdict").asText()).isEqualTo("WORSE");
    String run = newestRun();
    Ended gate = bindbench("gate", run, "--baseline", "main").with(1);
    assertThat(gate.out())
        .contains("no critical row")
        .contains("at most 3 major rows")
        .contains("at most 30 % of the cases minor or worse")
        .contains("kept_lua.changed · luaj")
        .contains("could have seen");
    assertThat(bindbench("baseline", "promote", run, "main").with(1).err())
        .contains("does not become the baseline main")
        .contains("kept_lua.changed");
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
    saved("lua");
    Path file = folder.resolve("reports/baselines/main.json");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 20));
    Ended cut = against("lua", "--fail-on", "gates").with(2);
    assertThat(cut.err()).contains("is corrupt");
    assertThat(bindbench("baseline", "list").with(0).out()).contains("corrupt");
    Files.writeString(file, "{\"schema\": 99}");
    assertThat(against("lua").with(2).err()).contains("schema 99");
    try (Stream<Path> runs = Files.list(folder.resolve("reports/runs"))) {
      assertThat(runs.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  @Tag("fault-19")
  void aBaselineOfOtherCircumstancesIsNotComparableAndNoPass() throws IOException {
    saved("lua");
    Ended ended = against("lua", "--fail-on", "slight", "--gc", "serial").with(3);
    assertThat(ended.out()).contains("Not judged, which is no pass").contains("collector:");
    assertThat(bindbench("gate", newestRun(), "--baseline", "main").with(3).out())
        .contains("Not judged, which is no pass");
    Ended forced = bindbench("gate", newestRun(), "--baseline", "main", "--ignore-fingerprint");
    assertThat(forced.with(3).out()).contains("circumstances differ").contains("collector:");
  }

  @Test
  void aRunThatWasCutShortIsNoPassWhateverTheRestOfItSays() throws IOException {
    saved("lua");
    against("lua").with(0);
    bindbench("gate", newestRun(), "--baseline", "main").with(0);
    Path trials = folder.resolve("reports/runs").resolve(newestRun()).resolve("trials");
    try (Stream<Path> all = Files.list(trials)) {
      Files.delete(all.max(java.util.Comparator.naturalOrder()).orElseThrow());
    }
    assertThat(bindbench("gate", newestRun(), "--baseline", "main").with(3).out())
        .contains("Not judged, which is no pass");
  }

  private void saved(String language) throws IOException {
    use("old");
    assertThat(measure(language, "--save-baseline", baseline(language)).with(0).err())
        .contains("baseline ");
  }

  private static String baseline(String language) {
    return language.equals("lua") ? "main" : "py";
  }

  /** Puts a version where the suites are. */
  private void use(String version) throws IOException {
    copy(folder.resolve(version), folder.resolve("suites"));
  }

  private Ended against(String language, String... options) {
    List<String> words = new ArrayList<>(List.of(options));
    words.addAll(List.of("--baseline", baseline(language)));
    return measure(language, words.toArray(String[]::new));
  }

  private Ended measure(String language, String... options) {
    boolean isLua = language.equals("lua");
    List<String> words =
        new ArrayList<>(
            List.of(
                language,
                isLua ? "suites/kept_lua.lua" : "suites/kept_python.py",
                "-e",
                isLua ? "luaj" : "graalpy-interpreter"));
    words.addAll(List.of("-f", "3"));
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
        .filter(row -> row.path("metric").asText().equals("retained_bytes"))
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
