package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings from a file, from {@code --set} and from options, by the finished program. */
class ConfigIT {
  @TempDir Path folder;

  @Test
  void everySourceIsNamedBesideTheValueThatItSet() throws Exception {
    write("levels:\n  quick: {forks: 4, turn: 1s}\ngc: [g1]\n");
    Ended ended = run("config", "show", "--set", "levels.quick.turn=2s", "--gc", "serial").with(0);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .containsPattern("levels.quick.forks +4 +bindbench.yaml:2 ")
        .containsPattern("levels.quick.turn +2s +--set levels.quick.turn=2s ")
        .containsPattern("gc +\\[serial\\] +--gc ")
        .containsPattern("level +quick +default ");
  }

  @Test
  void theSchemaIsPrintedAsJson() throws Exception {
    String schema = run("config", "schema").with(0).out();
    assertThat(new ObjectMapper().readTree(schema).at("/properties/level/enum")).hasSize(3);
  }

  @Test
  @Tag("fault-24")
  void aWrongFileEndsTheRunBeforeAnythingIsMeasured() throws Exception {
    write("levels:\n  quick:\n    warmup: 3s\nengines: [nothing]\n");
    Ended ended = run("lua", "--pattern", "function_call").with(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines())
        .hasSize(2)
        .first()
        .isEqualTo(
            "bindbench: bindbench.yaml:3:5: levels.quick has no key \"warmup\"; expected forks,"
                + " rotated, tag, warm_up, measured, turn, timeout or longest; write \"warm_up\"");
    assertThat(folder.resolve("reports")).doesNotExist();
  }

  @Test
  void aMissedThresholdThatIsMarkedAsFailingIsExitCodeOneAndNamedWithItsPlace() throws Exception {
    write(
        """
        levels:
          quick: {forks: 1, warm_up: 100ms, measured: 100ms}
        thresholds:
          rate:
            calls: {critical: 1e15, warning: 2e15, fail: true}
        engines: [luaj, graalpy]
        cases: {patterns: [function_call]}
        """);
    Ended ended = run("lua").with(1);
    assertThat(ended.err()).contains("settings from bindbench.yaml");
    assertThat(ended.out()).contains("❌").contains("bindbench.yaml:5");
    assertThat(ended.metrics().at("/lua_metrics/exit_code").asInt()).isEqualTo(1);
    assertThat(ended.metrics().at("/checks/0/origin").asText()).isEqualTo("bindbench.yaml:5");
    assertThat(ended.metrics().at("/checks/0/fails").asBoolean()).isTrue();
    assertThat(ended.metrics().at("/plan/efforts/luaj/forks").asInt()).isEqualTo(1);
    assertThat(ended.rows()).hasSize(1);
  }

  private void write(String text) throws Exception {
    Files.writeString(folder.resolve("bindbench.yaml"), text);
  }

  private Ended run(String... words) {
    return RunnerJar.in(folder).run(words);
  }
}
