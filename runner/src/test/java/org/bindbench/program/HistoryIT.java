package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of finished runs, and what the commands on them print. */
@Tag("fork")
class HistoryIT {
  private static final String MEASURE =
      "lua --pattern function_call -e luaj -f 3 -w 100ms -r 200ms";
  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  private Path history;

  @BeforeEach
  void name() {
    history = folder.resolve("reports/history.db");
  }

  @Test
  void aFinishedRunIsListedShownExcludedExportedAndPruned() throws Exception {
    workTree();
    Ended measured = run(MEASURE).with(0);
    assertThat(measured.err()).contains("put into the history reports/history.db");
    String id = run("history list --format json").with(0).out();
    JsonNode runs = json(id).path("runs");
    assertThat(runs).hasSize(1);
    JsonNode run = runs.path(0);
    assertThat(run.path("commit").path("hash").asText()).isEqualTo(HASH);
    assertThat(run.path("commit").path("branch").asText()).isEqualTo("main");
    assertThat(run.path("level").asText()).isEqualTo("quick");
    assertThat(run("history list").with(0).out()).contains("012345678");
    assertThat(run("history show").with(0).out()).contains("function_call").contains("rate");

    JsonNode exported = json(run("history export").with(0).out());
    JsonNode rate =
        exported
            .path("figures")
            .valueStream()
            .filter(figure -> figure.path("metric").asText().equals("rate"))
            .findFirst()
            .orElseThrow();
    JsonNode row = measured.row("function_call");
    assertThat(rate.path("forks")).hasSize(3);
    assertThat(rate.path("value").asDouble())
        .isEqualTo(row.path("metrics").path("rate").path("value").asDouble());
    assertThat(run("history export --format otava").with(0).out())
        .startsWith("time,commit,")
        .contains("function_call")
        .contains("," + HASH + ",");

    assertThat(run("trend").with(0).out()).contains("fewer than 14 runs: no trend");
    RunnerJar.in(folder).run("history", "exclude", "last", "--reason", "a | b\u001b").with(0);
    assertThat(run("history list").with(0).out())
        .contains("excluded: a | b")
        .doesNotContain("\u001b");
    assertThat(run("trend").with(2).err()).contains("no run of the last 30 days that counts");
    run("history include last").with(0);
    assertThat(run("history prune --keep 0 --dry-run").with(0).out()).contains("1 of 1 runs would");
    run("history prune --keep 0").with(0);
    assertThat(run("history list").with(0).out()).contains("0 runs");
    Path runFolder = runFolder();
    assertThat(run("history add " + runFolder).with(0).err()).contains("put into the history");
    assertThat(run("history add " + runFolder).with(0).err()).contains("already");
    assertThat(json(run("history list --format json").with(0).out()).path("runs")).hasSize(1);
  }

  @Test
  void aRunIsKeptOutWhereItIsToBe() throws Exception {
    run(MEASURE + " --no-history").with(0);
    run(MEASURE + " --set history.enabled=false").with(0);
    assertThat(history).doesNotExist();
    assertThat(run("history list").with(2).err()).contains("There is no history at");
    run("report " + runFolder()).with(0);
    assertThat(history).doesNotExist();
  }

  @Test
  @Tag("fault-20")
  void aHistoryOfRandomBytesIsSetAsideAndTheRunReported() throws Exception {
    Files.createDirectories(history.getParent());
    byte[] bytes = new byte[50_000];
    new Random(1).nextBytes(bytes);
    Files.write(history, bytes);
    assertThat(run("trend").with(78).err()).contains("is corrupt").doesNotContain("fault of");
    Ended ended = run(MEASURE).with(0);
    assertThat(ended.err()).contains("was corrupt: it is now").contains("history.db.corrupt-");
    assertThat(ended.row("function_call").path("status").asText()).isEqualTo("COMPLETED");
    assertThat(run("history list").with(0).out()).contains("1 run ");
    try (Stream<Path> files = Files.list(history.getParent())) {
      Path aside =
          files.filter(file -> file.toString().contains(".corrupt-")).findFirst().orElseThrow();
      assertThat(Files.readAllBytes(aside)).isEqualTo(bytes);
    }
  }

  @Test
  @Tag("fault-20")
  void aHistoryThatStaysLockedCostsOnlyItsOwnEntry() throws Exception {
    run(MEASURE).with(0);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + history);
        Statement statement = other.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      Ended ended = run(MEASURE).with(0);
      assertThat(ended.err()).contains("held it locked").contains("history add ");
      assertThat(ended.out()).contains("function_call");
      statement.executeUpdate("ROLLBACK");
    }
    assertThat(run("history list").with(0).out()).contains("1 run ");
  }

  @Test
  void aRunThatWasInterruptedIsNotPutIn() throws Exception {
    try (Running running =
        Running.start(RunnerJar.in(folder), MEASURE.replace("-f 3", "-f 100").split(" "))) {
      running.untilItSays(line -> line.startsWith("["));
      running.signal("TERM");
      assertThat(running.exitCode()).isEqualTo(143);
    }
    assertThat(history).doesNotExist();
  }

  private Ended run(String words) {
    return RunnerJar.in(folder).run(words.split(" "));
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private Path runFolder() throws Exception {
    try (Stream<Path> folders = Files.list(folder.resolve("reports/runs"))) {
      List<Path> found = folders.filter(Files::isDirectory).toList();
      return found.get(0);
    }
  }

  /** As git would leave it, but for its objects, so that nobody can tell what was changed. */
  private void workTree() throws Exception {
    Path branches = Files.createDirectories(folder.resolve(".git/refs/heads"));
    Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    Files.writeString(branches.resolve("main"), HASH + "\n");
  }
}
