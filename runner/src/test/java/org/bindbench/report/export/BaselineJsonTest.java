package org.bindbench.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.bindbench.report.SampleRuns;
import org.bindbench.report.comparison.SampleComparisons;
import org.junit.jupiter.api.Test;

class BaselineJsonTest {
  /** No document leaves the class that the schema does not accept. */
  @Test
  void theBaselineIsAPartOfTheRunThatTheSchemaAccepts() throws IOException {
    JsonNode document =
        new ObjectMapper()
            .readTree(
                new MetricsJson().write(SampleRuns.clean().against(SampleComparisons.baseline())));
    JsonNode baseline = document.path("baseline");
    assertThat(document.path("run").path("exit_code").asInt()).isEqualTo(1);
    assertThat(baseline.path("gate").path("outcome").asText()).isEqualTo("FAILED");
    assertThat(baseline.path("rows").findValuesAsText("standing"))
        .containsExactly("PRESENT", "PRESENT", "PRESENT", "GONE", "UNLIKE");
    assertThat(baseline.path("rows").findValuesAsText("magnitude"))
        .containsExactly("CRITICAL", "null", "null", "null", "null");
    JsonNode critical = baseline.at("/gate/gates/0");
    assertThat(critical.path("rule").asText()).isEqualTo("no critical row");
    assertThat(critical.path("could_have_seen").path("median").asDouble()).isGreaterThan(1);
  }

  @Test
  void aRunWithoutABaselineHasNoSuchPart() throws IOException {
    assertThat(
            new ObjectMapper()
                .readTree(new MetricsJson().write(SampleRuns.clean()))
                .has("baseline"))
        .isFalse();
  }
}
