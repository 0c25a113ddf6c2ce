package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A leak planted in a script is named in every report, in a run of the whole program. */
class LeakPathIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "lua, luaj, 'sessions (table; global)', table",
    "lua, luajc, 'sessions (table; global)', table",
    "python, graalpy-interpreter, 'sessions (dict; global of the module leaks)', dict"
  })
  void theContainerAndTheWayToWhatItKeepsAreNamed(
      String command, String engine, String named, String holder) throws IOException {
    Ended ended = run(command, engine, "kept_in_a_module").with(0);
    assertThat(flat(ended.out())).contains(named + " grew from ");
    String markdown = Files.readString(ended.folder().resolve("reports/performance_report.md"));
    assertThat(markdown).contains("What holds memory that stays").contains("sessions");
    JsonNode evidence = path(ended).path("evidence");
    assertThat(evidence.path("containers").path(0).path("name").asText()).isEqualTo("sessions");
    assertThat(evidence.path("samples").asInt()).isPositive();
    JsonNode way = path(ended).path("ways").path(0);
    assertThat(way.path("words").valueStream().map(JsonNode::asText)).contains(holder);
    assertThat(way.path("root").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"lua, luaj", "lua, luajc", "python, graalpy-interpreter"})
  void theLibrarysOwnCollectionIsNamed(String command, String engine) throws IOException {
    Ended ended = run(command, engine, "kept_by_a_library").with(0);
    assertThat(flat(ended.out())).contains("bus.entries[…] (50 of the kind ArrayList; ");
    assertThat(flat(ended.out())).contains("MessageBus.entries");
  }

  /** Each closed interpreter left a function, and with it its globals. */
  @ParameterizedTest
  @CsvSource({"luaj", "luajc"})
  void whatKeepsClosedInterpretersIsNamed(String engine) {
    Ended ended =
        RunnerJar.in(folder)
            .run(
                "lua",
                RunnerJar.resource("leaks/contexts.lua"),
                "-e",
                engine,
                "--set",
                "sizes.churn.contexts=60",
                "--set",
                "sizes.churn.limit=2m")
            .with(0);
    assertThat(flat(ended.out()))
        .contains("contexts.kept_by_a_shared_bus · " + engine)
        .contains("SharedObjects.buses → ConcurrentHashMap → MessageBus.entries");
    assertThat(ended.metrics().path("leak_paths").valueStream())
        .as("bound by hand, and by LuaJ's coercion")
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(classes(each))
                    .contains("org.luaj.vm2.LuaString")
                    .noneMatch(name -> name.contains("ClassHistogram")))
        .allSatisfy(each -> assertThat(each.at("/evidence/samples").asInt()).isGreaterThan(20))
        .allSatisfy(
            each ->
                assertThat(each.at("/evidence/paths").toString())
                    .as("the looking itself is no finding")
                    .contains("MessageBus")
                    .doesNotContain("ClassHistogram"));
  }

  private static List<String> classes(JsonNode path) {
    return path.at("/evidence/classes")
        .valueStream()
        .map(each -> each.path("class").asText())
        .toList();
  }

  private Ended run(String command, String engine, String name) {
    return RunnerJar.in(folder)
        .run(
            command,
            RunnerJar.resource("leaks/leaks." + (command.equals("lua") ? "lua" : "py")),
            "-e",
            engine,
            "-f",
            "1",
            "--pattern",
            name,
            "--set",
            "sizes.lifecycle.objects=1000",
            "--set",
            "sizes.lifecycle.cycles=12");
  }

  private static JsonNode path(Ended ended) {
    List<JsonNode> paths = ended.metrics().path("leak_paths").valueStream().toList();
    assertThat(paths).isNotEmpty();
    return paths.get(0);
  }

  /** The text without its line breaks, which depend on the width. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
