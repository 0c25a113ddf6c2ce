package org.bindbench.report.leak.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.leak.path.SampleExplanations;
import org.bindbench.report.Golden;
import org.bindbench.report.export.MetricsJson;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

class PathSectionTest {
  private final RunAnalysis run = SampleExplanations.run();

  @Test
  void theConsoleNamesWhatGrewThenTheWaysThenTheClasses() throws IOException {
    Page page = new Page(new Style(false, true, 100));
    PathSection.console(page, run);
    Golden.assertMatches("leak-paths.txt", page.text());
  }

  @Test
  void theDocumentHasEveryWayAsItWasRecorded() throws IOException {
    Markdown page = new Markdown();
    PathSection.markdown(page, run);
    Golden.assertMatches("leak-paths.md", page.toString());
  }

  @Test
  void theFileHasTheSameForPrograms() throws IOException {
    JsonNode paths = new ObjectMapper().readTree(new MetricsJson().write(run)).path("leak_paths");
    Golden.assertMatches("leak-paths.json", paths.toPrettyString() + "\n");
  }

  @Test
  void aRunThatLostNothingHasNoSection() {
    RunAnalysis nothing =
        SampleExplanations.analysed(SampleExplanations.lifecycle("at_rest", "luaj", 10));
    Page page = new Page(new Style(false, true, 100));
    Markdown document = new Markdown();
    PathSection.console(page, nothing);
    PathSection.markdown(document, nothing);
    assertThat(page.text().strip()).isEmpty();
    assertThat(document.toString().strip()).isEmpty();
  }
}
