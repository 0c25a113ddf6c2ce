package org.bindbench.report.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.Golden;
import org.bindbench.report.MarkdownReport;
import org.bindbench.report.export.MetricsJson;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

/** What reports say of breaking points. */
class LimitReportTest {
  private static final RunAnalysis RUN = SampleLimits.run();

  private final String console =
      new ConsoleReport(new Style(false, true, 120)).text(RUN, List.of());

  @Test
  void theConsoleIsAsItWasLookedAt() throws IOException {
    Golden.assertMatches("limits-console.txt", section(console, "Breaking points", "📊 Expected"));
  }

  @Test
  void theDocumentIsAsItWasLookedAt() throws IOException {
    Golden.assertMatches(
        "limits.md",
        section(new MarkdownReport().text(RUN), "## Breaking points", "## Comparison"));
  }

  @Test
  void theConsoleSaysWhatWasFoundHowFarApartAndWhatFailedBeyond() {
    assertThat(console)
        .containsPattern(
            "luaj +70.7 MiB +3 +70, 72, 70 +2.9 % +2.9 % +Java heap space, GC overhead")
        .containsPattern("luajc +80.0 MiB +2 of 3 +70, 90 +29 % +4.7 %")
        .contains(
            "luaj: in the search that ended at 72 MiB, the next step, 70 MiB, 2.8 % below, failed")
        .contains("GC overhead limit exceeded; in others: a Java OutOfMemoryError ended")
        .contains("searches on luajc differ by 29 %, more than 10 %: take the worst of them")
        .containsPattern("luaj +62.0 +128 MiB +3 +61, 62, 63 +3.3 % +4.9 %")
        .contains("the next step, 64 contexts, 4.9 % above, failed")
        .containsPattern("luaj +1.5 +106 MiB +2.02 M");
  }

  @Test
  void anErrorInOneSearchIsAnErrorRowAndFailsTheRun() {
    assertThat(console).contains("run(9) returned 1, not 2");
    assertThat(ExitCode.of(RUN)).isEqualTo(ExitCode.TRIAL_ERRORED);
  }

  @Test
  void theJsonFollowsItsSchemaAndHasEveryTry() throws IOException {
    JsonNode limits = new ObjectMapper().readTree(new MetricsJson().write(RUN)).path("limits");
    assertThat(limits).hasSize(3);
    JsonNode luaj = limits.get(0);
    assertThat(luaj.path("sought").asText()).isEqualTo("smallest_heap");
    assertThat(luaj.path("searches")).hasSize(3);
    assertThat(luaj.at("/searches/1/found").asLong()).isEqualTo(72L << 20);
    assertThat(luaj.at("/searches/1/tries/1/ending").asText()).isEqualTo("overhead");
    assertThat(luaj.path("spread").asDouble()).isBetween(0.028, 0.029);
    assertThat(luaj.path("rooms")).hasSize(2);
    assertThat(luaj.at("/rooms/0/collector_percent").asDouble()).isEqualTo(14);
    assertThat(luaj.at("/rooms/1/status").asText()).isEqualTo("TIMED_OUT");
    assertThat(luaj.at("/rooms/1/rate").isNull()).isTrue();
    assertThat(limits.get(2).path("heap_bytes").asLong()).isEqualTo(128L << 20);
  }

  private static String section(String text, String from, String to) {
    int start = text.indexOf(from);
    return text.substring(start, text.indexOf(to, start));
  }
}
