package org.bindbench.report.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.Language;
import org.bindbench.model.Severity;
import org.bindbench.model.TrialRecord;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.Golden;
import org.bindbench.report.MarkdownReport;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.export.MetricsJson;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

/** What reports say of guests that come and go. */
class ChurnReportTest {
  private static final RunAnalysis RUN = analysed(SampleChurn.trials());

  @Test
  void theConsoleHasTheLeaksFirstAndAdviceThatFollows() throws IOException {
    String text = new ConsoleReport(Style.plain(true)).text(RUN, List.of());
    Golden.assertMatches("churn.txt", section(text, "Context churn", "═"));
    assertThat(text).doesNotContain("Other measurements").doesNotContain("Loop alone");
  }

  @Test
  void markdownHasEveryReadingWithItsReason() throws IOException {
    String text = new MarkdownReport().text(RUN);
    Golden.assertMatches("churn.md", section(text, "## Context churn", "\n## "));
  }

  /** Written only where the schema accepts it. */
  @Test
  void jsonHasEveryReadingWithItsVerdict() {
    String json = new String(new MetricsJson().write(RUN), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"context_churn\"")
        .contains("\"verdict\" : \"LEAK\"")
        .contains("\"verdict\" : \"CONTROL\"")
        .contains("\"severity\" : \"CRITICAL\"")
        .contains("\"churn_threads_per_context\"");
  }

  @Test
  void aCriticalLeakOfGuestsFailsTheRunAndIsToldWhereCiLooks() throws IOException {
    assertThat(ExitCode.of(RUN)).isEqualTo(ExitCode.THRESHOLD_MISSED);
    assertThat(ExitCode.of(RUN, Language.PYTHON)).isEqualTo(ExitCode.THRESHOLD_MISSED);
    assertThat(ExitCode.of(RUN, Language.LUA)).isEqualTo(ExitCode.PASSED);
    assertThat(RUN.remarks())
        .anyMatch(
            remark ->
                remark.severity() == Severity.ERROR
                    && remark.message().startsWith("critical leak: each guest"));
    for (ReportFormat format : ReportFormats.named(List.of("junit", "annotations", "alert")))
      assertThat(text(format))
          .as(format.id())
          .contains("bare_context[sharing=shared]")
          .contains("each guest that came and went left 2.");
    assertThat(text(ReportFormats.named(List.of("junit")).get(0)))
        .contains("<failure type=\"leak.critical\"");
    assertThat(text(ReportFormats.named(List.of("annotations")).get(0))).contains("::error title=");
  }

  private static String text(ReportFormat format) {
    return new String(format.files(RUN).values().iterator().next(), StandardCharsets.UTF_8);
  }

  @Test
  void aRunWithoutSuchCasesHasNoSuchSection() {
    RunAnalysis none = analysed(List.of());
    assertThat(new ConsoleReport(Style.plain(true)).text(none, List.of()))
        .doesNotContain("Context churn");
    assertThat(new MarkdownReport().text(none)).doesNotContain("Context churn");
    assertThat(new String(new MetricsJson().write(none), StandardCharsets.UTF_8))
        .doesNotContain("context_churn");
  }

  private static RunAnalysis analysed(List<TrialRecord> trials) {
    return RunAnalyser.analyse(Trials.run(trials), List.of());
  }

  /** From the title to the next one. */
  private static String section(String text, String title, String next) {
    int start = text.indexOf(title);
    int lineEnd = text.indexOf('\n', start);
    int end = text.indexOf(next, lineEnd);
    return text.substring(start, end < 0 ? text.length() : text.lastIndexOf('\n', end)).strip()
        + "\n";
  }
}
