package org.bindbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.Golden;
import org.bindbench.report.MarkdownReport;
import org.bindbench.report.SampleRuns;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

class BaselineReportsTest {
  private static final ComparedRun RUN = SampleComparisons.baseline();

  @Test
  void theSectionOfTheConsoleLooksLikeTheGoldenFile() throws IOException {
    Page page = new Page(Style.plain(true));
    BaselineSection.console(page, RUN);
    Golden.assertMatches("baseline-unicode.txt", page.text());
  }

  @Test
  void theSectionOfTheDocumentLooksLikeTheGoldenFile() throws IOException {
    Markdown page = new Markdown();
    BaselineSection.markdown(page, RUN);
    Golden.assertMatches("baseline.md", page.toString());
  }

  @Test
  void gatesAreShownOneByOne() throws IOException {
    String text =
        new GateConsole(Style.plain(false)).text(RUN, List.of(Path.of("reports/comparison.json")));
    Golden.assertMatches("gate-ascii.txt", text);
    assertThat(text).matches("[\\x20-\\x7e\\n]*");
  }

  @Test
  void bothReportsOfARunHaveTheSectionAndTheRunFails() {
    RunAnalysis run = SampleRuns.clean().against(RUN);
    assertThat(new ConsoleReport(Style.plain(true)).text(run, List.of()))
        .contains("Against the baseline")
        .contains("suite.slower · luaj, hand binding: worse, critical");
    assertThat(new MarkdownReport().text(run)).contains("\n## Against the baseline\n");
    assertThat(ExitCode.of(SampleRuns.clean())).isZero();
    assertThat(ExitCode.of(run)).isEqualTo(1);
  }

  @Test
  void aRunWithoutABaselineHasNoSuchSection() {
    assertThat(new ConsoleReport(Style.plain(true)).text(SampleRuns.clean(), List.of()))
        .doesNotContain("aseline");
    assertThat(new MarkdownReport().text(SampleRuns.clean())).doesNotContain("aseline");
  }
}
