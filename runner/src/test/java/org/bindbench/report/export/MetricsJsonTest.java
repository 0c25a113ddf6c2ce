package org.bindbench.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.ForksAdded;
import org.bindbench.model.RunRecord;
import org.bindbench.report.SampleRuns;
import org.junit.jupiter.api.Test;

class MetricsJsonTest {
  private final MetricsJson format = new MetricsJson();

  @Test
  void givesAReaderOfTheTopLevelTheTwelveNumbersOfALanguage() throws IOException {
    JsonNode lua = read(SampleRuns.rich()).get("lua_metrics");
    assertThat(lua.get("object_creation_rate").doubleValue()).isEqualTo(18.8e6);
    assertThat(lua.get("method_call_rate").doubleValue()).isEqualTo(60.2e6);
    assertThat(lua.get("memory_efficiency").doubleValue()).isEqualTo(160.01);
    assertThat(lua.get("cleanup_efficiency").doubleValue()).isEqualTo(100);
    assertThat(lua.get("engine").textValue()).isEqualTo("luaj");
    assertThat(lua.get("binding_style").textValue()).isEqualTo("hand binding");
    assertThat(lua.get("language").textValue()).isEqualTo("lua");
    assertThat(lua.get("exit_code").intValue()).isEqualTo(3);
    assertThat(lua.get("execution_time").doubleValue()).isGreaterThan(2.5);
  }

  @Test
  void countsRowsAsPassedOrFailed() throws IOException {
    JsonNode python = read(SampleRuns.rich()).get("python_metrics");
    assertThat(python.get("tests_passed").intValue()).isEqualTo(10);
    assertThat(python.get("tests_failed").intValue()).isZero();
    assertThat(python.get("warnings").intValue())
        .as("a doubtful range, a remark, and one that several rows share")
        .isEqualTo(3);
    assertThat(python.get("exit_code").intValue()).isZero();
    JsonNode lua = read(SampleRuns.rich()).get("lua_metrics");
    assertThat(lua.get("tests_failed").intValue()).isEqualTo(4);
    assertThat(lua.get("warnings").intValue()).as("the remark that rows share").isEqualTo(1);
  }

  @Test
  void saysNullAndWhyForANumberThatIsNotToBeHad() throws IOException {
    JsonNode python = read(SampleRuns.rich()).get("python_metrics");
    assertThat(python.get("method_call_rate").isNull()).isTrue();
    assertThat(python.at("/unavailable/method_call_rate").textValue()).contains("unsteady");
    assertThat(python.get("unavailable")).hasSize(1);
  }

  @Test
  void saysNullForALanguageThatWasNotRun() throws IOException {
    JsonNode document = read(SampleRuns.clean());
    assertThat(document.get("lua_metrics").isNull()).isTrue();
    assertThat(document.get("python_metrics").isObject()).isTrue();
    assertThat(document.at("/run/exit_code").intValue()).isZero();
  }

  @Test
  void givesTheSameFourNumbersForEveryEngineAndStyle() throws IOException {
    JsonNode engines = read(SampleRuns.rich()).get("engines");
    JsonNode luajc = find(engines, "luajc", "hand binding");
    assertThat(luajc.get("object_creation_rate").doubleValue()).isEqualTo(58.2e6);
    assertThat(luajc.get("method_call_rate").isNull()).isTrue();
    assertThat(luajc.at("/unavailable/method_call_rate").textValue()).startsWith("inlined");
    JsonNode own = find(engines, "graalpy", "own");
    assertThat(own.at("/unavailable/object_creation_rate").textValue()).startsWith("ELIMINATED: ");
    assertThat(find(engines, "graalpy", "host object").get("untimed_engine").textValue())
        .isEqualTo("graalpy-interpreter");
  }

  @Test
  void keepsRawReadingsAsParallelArraysWithTheWarmUpFirst() throws IOException {
    JsonNode fork = row(read(SampleRuns.rich()), "luaj", "hand binding").at("/raw/0");
    assertThat(fork.get("warm_up").intValue()).isEqualTo(2);
    assertThat(fork.get("operations")).hasSize(5);
    assertThat(fork.get("nanos")).hasSize(5);
    assertThat(fork.get("nanos").get(0).longValue())
        .isEqualTo(3 * fork.get("nanos").get(4).longValue());
    assertThat(fork.get("sharing").textValue()).isEqualTo("rotation");
  }

  @Test
  void writesAsMuchAsTheForksSay() throws IOException {
    JsonNode rate = row(read(SampleRuns.rich()), "luaj", "hand binding").at("/metrics/rate");
    assertThat(rate.get("forks")).hasSize(3);
    assertThat(rate.at("/interval/low").doubleValue()).isLessThan(18.8e6);
    assertThat(rate.at("/unit").textValue()).isEqualTo("objects/s");
    JsonNode once = find(read(SampleRuns.rich()).get("cases"), "plain").at("/metrics/wall_time");
    assertThat(once.get("interval").isNull()).isTrue();
    assertThat(once.get("deviation").isNull()).isTrue();
  }

  @Test
  void saysWhatTheForksOfARowCouldSee() throws IOException {
    JsonNode cases = read(SampleRuns.rich()).get("cases");
    JsonNode rate = row(read(SampleRuns.rich()), "luaj", "hand binding").at("/metrics/rate");
    double spread = rate.get("deviation").doubleValue() / rate.get("mean").doubleValue();
    assertThat(rate.get("detectable_change").doubleValue())
        .as("several deviations, with three forks a side")
        .isBetween(2 * spread, 5 * spread);
    assertThat(find(cases, "plain").at("/metrics/wall_time/detectable_change").isNull()).isTrue();
  }

  @Test
  void listsTheForksThatATimeBudgetAdded() throws IOException {
    RunAnalysis sample = SampleRuns.rich();
    RunRecord run = sample.run();
    RunAnalysis budgeted =
        new RunAnalysis(
            new RunRecord(
                run.id(),
                run.startedAt(),
                run.elapsed(),
                run.environment(),
                run.plan().spent(List.of(), List.of(new ForksAdded("suite.case · luaj", 3, 7))),
                run.trials()),
            sample.results(),
            sample.contrasts(),
            sample.checks(),
            sample.headlines(),
            sample.remarks());
    JsonNode added = read(budgeted).at("/plan/added_forks");
    assertThat(added).hasSize(1);
    assertThat(added.at("/0/row").textValue()).isEqualTo("suite.case · luaj");
    assertThat(added.at("/0/planned_forks").intValue()).isEqualTo(3);
    assertThat(added.at("/0/measured_forks").intValue()).isEqualTo(7);
    assertThat(read(sample).at("/plan/added_forks")).isEmpty();
  }

  @Test
  void saysBesideAContrastThatASideIsUnsteady() throws IOException {
    JsonNode contrast = read(SampleRuns.rich()).at("/comparison/1");
    assertThat(contrast.get("decided").booleanValue()).isTrue();
    assertThat(contrast.at("/caveats/0").textValue())
        .isEqualTo("luajc, hand binding: forks disagree");
  }

  @Test
  void saysHowEachForkSettled() throws IOException {
    JsonNode row = row(read(SampleRuns.rich()), "luaj", "coercion");
    assertThat(row.at("/raw/0/steadiness").textValue()).isEqualTo("FLAT");
    assertThat(row.at("/raw/3/steadiness").textValue()).isEqualTo("NOT_ASSESSED");
  }

  @Test
  void marksNumbersThatTheScriptReported() throws IOException {
    JsonNode plain = find(read(SampleRuns.rich()).get("cases"), "plain");
    assertThat(plain.at("/metrics/objects_per_second/reported_by_script").booleanValue()).isTrue();
    assertThat(plain.at("/metrics/wall_time/reported_by_script").booleanValue()).isFalse();
  }

  @Test
  void keepsAHostileNameAsItIs() throws IOException {
    List<String> names = new ArrayList<>();
    read(SampleRuns.rich()).get("cases").forEach(row -> names.add(row.get("name").textValue()));
    assertThat(names).contains(SampleRuns.HOSTILE);
  }

  @Test
  void namesThePlaceThatBreaksTheSchema() {
    ObjectNode document = format.document(SampleRuns.rich());
    ((ObjectNode) document.at("/cases/3/raw/1")).put("wall_s", "soon");
    assertThatThrownBy(() -> MetricsSchema.check(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/cases/3/raw/1/wall_s");
  }

  @Test
  void acceptsNoFieldThatTheSchemaDoesNotDescribe() {
    ObjectNode document = format.document(SampleRuns.rich());
    ((ObjectNode) document.get("lua_metrics")).put("speed", 1);
    assertThatThrownBy(() -> MetricsSchema.check(document)).hasMessageContaining("speed");
  }

  @Test
  void describesEveryFieldInTheSchema() throws IOException {
    JsonNode schema;
    try (InputStream resource = MetricsJson.class.getResourceAsStream(MetricsSchema.RESOURCE)) {
      schema = new ObjectMapper().readTree(resource);
    }
    List<JsonNode> fields = new ArrayList<>();
    schema.findValues("properties").forEach(each -> each.forEach(fields::add));
    assertThat(fields)
        .isNotEmpty()
        .allMatch(field -> field.has("description") || field.has("$ref"), "is described");
  }

  private JsonNode read(RunAnalysis analysis) throws IOException {
    return new ObjectMapper().readTree(format.write(analysis));
  }

  private static JsonNode row(JsonNode document, String engine, String style) {
    return stream(document.get("cases"))
        .filter(row -> row.get("engine").textValue().equals(engine))
        .filter(row -> row.get("style").textValue().equals(style))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode find(JsonNode array, String... values) {
    return stream(array)
        .filter(node -> stream(node).map(JsonNode::asText).toList().containsAll(List.of(values)))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
