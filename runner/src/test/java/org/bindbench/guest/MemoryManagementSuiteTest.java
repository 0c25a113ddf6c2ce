package org.bindbench.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite that both languages share, run directly by the interpreters of this machine. */
@Tag("interpreter")
class MemoryManagementSuiteTest {
  private static final Set<String> OWN_RATES =
      Set.of(
          "empty_loop",
          "object_creation",
          "slotted_object_creation",
          "closure_creation",
          "method_call",
          "function_call",
          "coroutine_switch",
          "coroutine_creation");
  private static final Set<String> BY_THE_HOST_ALONE =
      Set.of(
          "object_lifecycle",
          "bound_object_lifecycle",
          "subscription_lifecycle",
          "large_numbers_of_objects",
          "large_numbers_of_bound_objects",
          "threads_on_one_bus",
          "threads_on_one_manager");

  /** Lua has no threads inside one interpreter. */
  private static final Set<String> PYTHON_ALONE = Set.of("threads_in_one_context");

  private static final Set<String> BOUND =
      Set.of(
          "bound_object_creation",
          "bound_method_call",
          "bound_object_release",
          "publish_to_subscriber",
          "host_calls_guest",
          "java_exception_caught",
          "guest_exception_through_java",
          "memory_per_bound_object",
          "memory_of_cycles_bound[variant=attachment]",
          "memory_of_cycles_bound[variant=listener]",
          "weak_references_bound",
          "circular_references_bound[variant=attachment]",
          "circular_references_bound[variant=listener]");

  @ParameterizedTest
  @EnumSource
  void everyCaseHasARow(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    Set<String> expected = new HashSet<>(OWN_RATES);
    BOUND.forEach(title -> expected.add(name(title)));
    expected.addAll(
        Set.of(
            "memory_per_object",
            "memory_by_shape",
            "memory_of_cycles",
            "weak_references",
            "circular_references",
            "weak_containers",
            "finalizers"));
    expected.addAll(BY_THE_HOST_ALONE);
    if (interpreter.isPython()) expected.addAll(PYTHON_ALONE);
    assertThat(names(interpreter)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void casesThatOnlyTheHostCanMeasureSayHowToRunThem(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    for (String name : BY_THE_HOST_ALONE) {
      JsonNode row = interpreter.rows().get(name);
      assertThat(row.path("status").asText()).as(name).isEqualTo("UNSUPPORTED");
      assertThat(row.path("reason").asText()).endsWith("is measured by runner.jar alone");
    }
  }

  @Test
  void everyInterpreterHasTheSameCasesButForThoseOfItsLanguageAlone() {
    assertThat(
            StockInterpreter.installed()
                .map(MemoryManagementSuiteTest::names)
                .peek(names -> names.removeAll(PYTHON_ALONE))
                .collect(Collectors.toSet()))
        .hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void ratesArePositiveAndTheirWarmUpIsMarked(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    for (String name : OWN_RATES) {
      JsonNode row = interpreter.rows().get(name);
      assertThat(row.path("status").asText()).as(name).isEqualTo("COMPLETED");
      assertThat(row.path("protocol").asText()).isEqualTo("rate");
      assertThat(row.path("operations")).hasSameSizeAs(row.path("nanos"));
      assertThat(row.path("operations")).allMatch(count -> count.asLong() > 0);
      assertThat(row.path("nanos")).allMatch(nanos -> nanos.asLong() > 0);
      assertThat(row.path("warm_up").asInt()).isBetween(1, row.path("nanos").size() - 1);
    }
  }

  @Test
  void answersAreWholeNumbersAndEqualInEveryLanguage() {
    Map<String, Set<Long>> answers = new HashMap<>();
    StockInterpreter.installed()
        .forEach(
            interpreter ->
                OWN_RATES.forEach(
                    name -> {
                      JsonNode answer = interpreter.rows().get(name).path("answer");
                      assertThat(answer.isIntegralNumber()).as(name).isTrue();
                      answers.computeIfAbsent(name, any -> new HashSet<>()).add(answer.asLong());
                    }));
    assertThat(new TreeMap<>(answers))
        .allSatisfy((name, values) -> assertThat(values).as(name).hasSize(1));
  }

  @ParameterizedTest
  @EnumSource
  void casesBoundToJavaAreSkippedAndSayHowToRunThem(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    for (String name : BOUND) {
      JsonNode row = interpreter.rows().get(name);
      assertThat(row.path("status").asText()).as(name).isEqualTo("SKIPPED");
      assertThat(row.path("reason").asText())
          .startsWith("bindings not available: qtforge")
          .contains("java -jar runner.jar ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void objectsKeepMemoryAndGiveItBack(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    List<JsonNode> rows =
        interpreter.rows().values().stream()
            .filter(row -> row.path("case").asText().startsWith("memory_by_shape["))
            .toList();
    assertThat(rows).hasSize(4);
    for (JsonNode row : rows) {
      assertThat(row.path("retained_bytes").asDouble()).isBetween(32.0, 1000.0);
      assertThat(row.path("cleanup_efficiency").asDouble()).isBetween(99.0, 100.1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void weakReferencesAreClearedAndOnlyPythonCallsBack(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    JsonNode row = interpreter.rows().get("weak_references");
    assertThat(row.path("cleared").asDouble()).isEqualTo(100);
    assertThat(row.has("called")).isEqualTo(interpreter.isPython());
  }

  @ParameterizedTest
  @EnumSource
  void cyclesAndEntriesOfWeakContainersAreGivenBack(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    for (String title :
        List.of(
            "circular_references[variant=self]",
            "circular_references[variant=pair]",
            "weak_containers[variant=values]",
            "weak_containers[variant=keys]"))
      assertThat(interpreter.rows().get(title).path("cleared").asDouble()).as(title).isEqualTo(100);
    for (String title : List.of("memory_of_cycles[variant=self]", "memory_of_cycles[variant=pair]"))
      assertThat(interpreter.rows().get(title).path("cleanup_efficiency").asDouble())
          .as(title)
          .isBetween(99.0, 100.1);
  }

  @ParameterizedTest
  @EnumSource
  void finalizersRunWhereTheLanguageHasThem(StockInterpreter interpreter) {
    interpreter.assumeInstalled();
    JsonNode row = interpreter.rows().get("finalizers");
    if (interpreter == StockInterpreter.LUA51 || interpreter == StockInterpreter.LUAJIT) {
      assertThat(row.path("status").asText()).isEqualTo("UNSUPPORTED");
      assertThat(row.path("reason").asText()).contains("no hook alive");
    } else {
      assertThat(row.path("cleared").asDouble()).isEqualTo(100);
      assertThat(row.path("called").asDouble()).isEqualTo(100);
    }
  }

  private static Set<String> names(StockInterpreter interpreter) {
    return interpreter.rows().keySet().stream()
        .map(MemoryManagementSuiteTest::name)
        .collect(Collectors.toSet());
  }

  private static String name(String title) {
    return title.replaceAll("\\[.*", "");
  }
}
