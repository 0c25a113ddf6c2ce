package org.bindbench.report.export.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.trend.PastSample;
import org.bindbench.history.Entries;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.SampleRuns;
import org.bindbench.report.trend.SampleTrends;
import org.junit.jupiter.api.Test;

class HistoryExportsTest {
  @Test
  void aRunIsOneLineWithEveryForkValue() throws Exception {
    String line = EntryJson.line(Entries.entry("a", 1, 3));
    assertThat(line).doesNotContain("\n");
    JsonNode run = new ObjectMapper().readTree(line);
    assertThat(run.path("id").asText()).isEqualTo("a-1");
    assertThat(run.path("commit").path("tree").asText()).isEqualTo("CLEAN");
    assertThat(run.path("excluded").isNull()).isTrue();
    assertThat(run.path("figures")).hasSize(3);
    JsonNode figure = run.path("figures").path(0);
    assertThat(figure.path("forks")).hasSize(3);
    assertThat(figure.path("interval").path("low").asDouble())
        .isLessThan(figure.path("value").asDouble());
    assertThat(figure.path("circumstances").path("cores").asText()).isEqualTo("2 cores");
    assertThat(figure.path("caveats").path(0).asText()).isEqualTo("unsteady");
    assertThat(run.path("headlines").path(1).path("value").isNull()).isTrue();
    assertThat(run.path("headlines").path(1).path("reason").asText()).isEqualTo("inlined");
  }

  @Test
  void otavasTableHasAColumnForEachSeries() {
    PastSeries rate = PastSample.rates(5e6, 5.5e6);
    PastSeries bytes = PastSample.of(Metrics.RETAINED_BYTES, 72);
    assertThat(OtavaCsv.write(List.of(rate, bytes)))
        .isEqualTo(
            """
            time,commit,"memory_management.object_creation/luaj, hand binding/rate","memory_management.object_creation/luaj, hand binding/retained_bytes"
            2026-09-01 00:00:00 +0000,1000000010000000100000001000000010000000,5000000.0,72.0
            2026-09-01 06:00:00 +0000,1000000110000001100000011000000110000001,5500000.0,
            """);
  }

  @Test
  void otherCircumstancesAreAColumnOfTheirOwn() {
    PastSeries before = PastSample.of("s.c", Metrics.FAULTS, Map.of("cores", "2"), 1);
    PastSeries now = PastSample.of("s.c", Metrics.FAULTS, Map.of("cores", "4"), 2);
    assertThat(OtavaCsv.write(List.of(before, now)))
        .startsWith(
            "time,commit,\"s.c/luaj, hand binding/faults\",\"s.c/luaj, hand binding/faults@2\"\n")
        .contains(",2.0,1.0\n");
  }

  @Test
  void aNameCannotBreakTheTable() {
    PastSeries evil = PastSample.of("=evil\"." + SampleRuns.HOSTILE, Metrics.FAULTS, Map.of(), 1);
    assertThat(OtavaCsv.write(List.of(evil)).lines()).hasSize(2);
    assertThat(OtavaCsv.write(List.of(evil))).startsWith("time,commit,\"'=evil\"\".");
  }

  @Test
  void aTrendHasItsRuleAndEveryFinding() throws Exception {
    JsonNode document = new ObjectMapper().readTree(TrendJson.write(SampleTrends.rich()));
    assertThat(document.path("rule").path("level").asDouble()).isEqualTo(0.001);
    JsonNode stepped = document.path("series").path(0);
    assertThat(stepped.path("judged").asBoolean()).isTrue();
    JsonNode change = stepped.path("changes").path(0);
    assertThat(change.path("first_after").path("id").asText()).isEqualTo("run-40");
    assertThat(change.path("first_after").path("commit").path("hash").asText())
        .startsWith("10000028");
    assertThat(change.path("effect").asText()).isEqualTo("WORSE");
    JsonNode few = document.path("series").path(4);
    assertThat(few.path("judged").asBoolean()).isFalse();
    assertThat(few.path("reason").asText()).contains("fewer than 14 runs");
    assertThat(few.path("drift").isNull()).isTrue();
  }

  @Test
  void theSchemaThatShipsAcceptsIt() throws Exception {
    SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
    try (InputStream resource = getClass().getResourceAsStream("/schema/trend.schema.json")) {
      Schema schema = registry.getSchema(resource, InputFormat.JSON);
      for (String text :
          List.of(TrendJson.write(SampleTrends.rich()), TrendJson.write(SampleTrends.hostile())))
        assertThat(schema.validate(new ObjectMapper().readTree(text))).isEmpty();
      assertThat(schema.validate(new ObjectMapper().readTree("{\"schema_version\": 2}")))
          .isNotEmpty();
    }
  }

  @Test
  void theSameTrendsAlwaysYieldTheSameText() {
    assertThat(TrendJson.write(SampleTrends.rich()))
        .isEqualTo(TrendJson.write(SampleTrends.rich()));
  }
}
