package org.bindbench.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bindbench.guest.StockInterpreter.Ended;
import org.bindbench.model.Capability;
import org.bindbench.model.Capability.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The probes under the languages' own interpreters: whether a probe can tell that all is well. */
@Tag("interpreter")
class CapabilitiesSuiteTest {
  private static final Set<String> JUDGED_BY_THE_HOST =
      Set.of("suspended_coroutines", "exit_of_the_script", "interruption");

  /** What the documentation of each interpreter says that it has not. */
  private static final Map<StockInterpreter, Set<String>> NOT_SUPPORTED =
      Map.of(
          StockInterpreter.PYTHON3,
          Set.of("ephemerons"),
          StockInterpreter.LUA54,
          Set.of(),
          StockInterpreter.LUA51,
          Set.of(
              "finalizers[variant=__gc]",
              "ephemerons",
              "collectgarbage[option=generational]",
              "collectgarbage[option=incremental]"),
          StockInterpreter.LUAJIT,
          Set.of(
              "finalizers[variant=__gc]",
              "ephemerons",
              "count_hooks",
              "collectgarbage[option=generational]",
              "collectgarbage[option=incremental]"));

  @ParameterizedTest
  @EnumSource
  void theProbesFindWhatTheInterpreterIsKnownToHave(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    Map<String, JsonNode> rows = rows(interpreter);
    Set<String> missing = new TreeSet<>();
    rows.forEach(
        (name, row) -> {
          if (row.path("status").asText().equals("COMPLETED")
              && verdict(row) == Verdict.UNSUPPORTED) missing.add(name);
        });
    assertThat(missing).isEqualTo(NOT_SUPPORTED.get(interpreter));
    assertThat(rows.values())
        .filteredOn(row -> row.has("capability"))
        .hasSizeGreaterThan(15)
        .allSatisfy(row -> assertThat(verdict(row)).as("%s", row).isNotEqualTo(Verdict.BROKEN));
  }

  @ParameterizedTest
  @EnumSource
  void whatOnlyTheHostCanJudgeSaysSo(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    assertThat(rows(interpreter).values())
        .filteredOn(row -> JUDGED_BY_THE_HOST.contains(row.path("case").asText()))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            row -> {
              assertThat(row.path("status").asText()).isEqualTo("UNSUPPORTED");
              assertThat(row.path("reason").asText()).contains("runner.jar capabilities");
            });
  }

  @ParameterizedTest
  @EnumSource
  void aPersonGetsALinePerProbe(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    Ended ended = interpreter.run(interpreter.file("capabilities"), "--case", "number_formatting");
    assertThat(ended.out()).startsWith("number_formatting   SUPPORTED: 0.333333333333");
  }

  private static Map<String, JsonNode> rows(StockInterpreter interpreter) {
    Ended ended = interpreter.run(interpreter.file("capabilities"), "--rows");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return StockInterpreter.rowsOf(ended);
  }

  private static Verdict verdict(JsonNode row) {
    return Capability.parse(row.path("capability").asText()).verdict();
  }
}
