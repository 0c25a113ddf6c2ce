package org.bindbench.report.stress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.stress.Stability;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.Golden;
import org.bindbench.report.MarkdownReport;
import org.bindbench.report.export.MetricsJson;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

/** What the reports say of memory under pressure and after it. */
class StressReportsTest {
  private static final RunAnalysis RUN = SampleStress.run();

  private final String console = new ConsoleReport(Style.plain(true)).text(RUN, List.of());
  private final String markdown = new MarkdownReport().text(RUN);

  @Test
  void theSectionsOfTheConsoleLookLikeTheGoldenFile() throws IOException {
    int from = console.indexOf("📊 Under memory pressure");
    int to = console.indexOf("📊 Expected ranges");
    Golden.assertMatches("stress.txt", console.substring(from, to));
  }

  @Test
  void theSectionsOfTheDocumentLookLikeTheGoldenFile() throws IOException {
    int from = markdown.indexOf("## Under memory pressure");
    int to = markdown.indexOf("## Expected ranges");
    Golden.assertMatches("stress.md", markdown.substring(from, to));
  }

  @Test
  void theConsoleStaysWithinItsWidth() {
    assertThat(console.lines())
        .allSatisfy(line -> assertThat(line.codePoints().count()).isLessThanOrEqualTo(100));
  }

  @Test
  void aRowStandsInOnePlaceOnly() {
    assertThat(console).doesNotContain("Other measurements");
    assertThat(console.split("What of rising live set\\?", -1)).hasSize(2);
    assertThat(markdown.split("What of rising live set\\?", -1)).hasSize(2);
  }

  @Test
  void theScoreIsDefinedWhereverItIsShown() throws IOException {
    assertThat(console.replaceAll("\\s+", " ")).contains(Stability.DEFINITION);
    assertThat(markdown).contains(Stability.DEFINITION);
    assertThat(json().path("stress").path("stability").asText()).isEqualTo(Stability.DEFINITION);
  }

  @Test
  void theFileHasEveryStepEveryConclusionAndEveryRatio() throws IOException {
    JsonNode json = json(); // which leaves its class only when the schema accepts it
    JsonNode steps = json.path("stress").path("steps");
    assertThat(steps).hasSize(4);
    assertThat(steps.path(0).path("steps")).hasSize(10);
    assertThat(steps.path(0).path("steps").path(9).path("end").asText()).isEqualTo("OUT_OF_MEMORY");
    assertThat(steps.path(0).path("steps").path(9).path("throughput").isNull()).isTrue();
    assertThat(json.path("stress").path("conclusions")).hasSize(8);
    assertThat(json.path("recovery").path("conclusions")).hasSize(2);
    assertThat(json.path("bound_against_own")).hasSize(2);
    assertThat(json.path("bound_against_own").path(0).path("decided").asBoolean()).isTrue();
  }

  @Test
  void aProcessThatEndedAsAskedFailsNoRun() {
    assertThat(ExitCode.of(RUN)).isZero();
    assertThat(console).doesNotContain("Rows without figures");
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(new MetricsJson().write(RUN));
  }
}
