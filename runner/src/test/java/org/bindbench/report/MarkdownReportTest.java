package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private final MarkdownReport report = new MarkdownReport();

  @Test
  void looksLikeTheGoldenFile() throws IOException {
    Golden.assertMatches("performance_report.md", report.text(SampleRuns.rich()));
  }

  @Test
  void looksLikeTheGoldenFileForARunWithoutTrouble() throws IOException {
    Golden.assertMatches("performance_report-clean.md", report.text(SampleRuns.clean()));
  }

  @Test
  void givesEveryRowOfATableTheSameNumberOfCells() {
    int cells = 0;
    for (String line : report.text(SampleRuns.rich()).lines().toList()) {
      int found = line.startsWith("|") ? line.replaceAll("\\\\.", "").split("\\|", -1).length : 0;
      if (found > 0 && cells > 0) assertThat(found).as(line).isEqualTo(cells);
      cells = found;
    }
  }

  @Test
  void showsMarkupInNamesAsText() {
    assertThat(Markdown.escape("a|b `c` <script> *d* _e_ [f](g) ~h~ &amp; \\"))
        .isEqualTo("a\\|b \\`c\\` \\<script\\> \\*d\\* \\_e\\_ \\[f\\](g) \\~h\\~ &amp;amp; \\\\");
  }

  @Test
  void mentionsNobodyAndNoIssue() {
    assertThat(Markdown.escape("@user #12")).doesNotContain("@user").doesNotContain("#12");
  }

  @Test
  void beginsNoListOrHeadingFromAName() {
    for (String begin : List.of("# x", "- x", "+ x", "1. x", "> x", "2) x")) {
      assertThat(Markdown.escape(begin)).doesNotMatch("([-+#>]|\\d+[.)])\\s.*");
    }
  }
}
