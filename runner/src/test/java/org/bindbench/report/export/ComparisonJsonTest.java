package org.bindbench.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.comparison.SampleComparisons;
import org.junit.jupiter.api.Test;

class ComparisonJsonTest {
  @Test
  void everyVerdictIsWrittenAndTheSchemaAcceptsIt() throws IOException {
    JsonNode document = written(SampleComparisons.rich());
    assertThat(document.path("comparisons").findValuesAsText("verdict"))
        .contains("SAME", "BETTER", "WORSE", "INCONCLUSIVE", "NOT_COMPARABLE");
    assertThat(document.path("run").path("exit_code").asInt()).isEqualTo(1);
    assertThat(document.path("tally").path("WORSE").asInt()).isEqualTo(2);
  }

  @Test
  void twoFinishedRunsFollowItToo() throws IOException {
    assertThat(written(SampleComparisons.stored()).path("interleaved").asBoolean()).isFalse();
  }

  @Test
  void whatCannotBeComparedHasAReasonAndNoNumber() throws IOException {
    List<JsonNode> barred =
        written(SampleComparisons.rich())
            .path("comparisons")
            .valueStream()
            .filter(row -> row.path("verdict").asText().equals("NOT_COMPARABLE"))
            .toList();
    assertThat(barred)
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.path("reason").asText()).isNotEmpty();
              assertThat(row.path("base").path("value").isNull()).isTrue();
              assertThat(row.path("change").isNull()).isTrue();
              assertThat(row.path("head").path("stage_one")).isEmpty();
            });
  }

  @Test
  void theSameComparisonAlwaysYieldsTheSameBytes() {
    assertThat(new ComparisonJson().write(SampleComparisons.rich()))
        .isEqualTo(new ComparisonJson().write(SampleComparisons.rich()));
  }

  @Test
  void aDocumentThatBreaksTheSchemaIsRefusedWithItsPlace() {
    ObjectNode document = ComparisonJson.document(SampleComparisons.clean());
    ((ObjectNode) document.path("comparisons").path(0)).put("verdict", "MAYBE");
    assertThatThrownBy(() -> ComparisonJson.check(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("comparison.json")
        .hasMessageContaining("/comparisons/0/verdict");
  }

  @Test
  void theFormatsAskedForAreWritten() {
    assertThat(ComparisonFiles.of(SampleComparisons.clean(), ReportFormats.named(List.of("both"))))
        .containsOnlyKeys("comparison.json", "comparison_report.md");
    assertThat(ComparisonFiles.of(SampleComparisons.clean(), ReportFormats.named(List.of("json"))))
        .containsOnlyKeys("comparison.json");
  }

  private static JsonNode written(ComparedRun run) throws IOException {
    return new ObjectMapper().readTree(new ComparisonJson().write(run));
  }
}
