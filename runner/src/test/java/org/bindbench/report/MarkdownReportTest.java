package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.report.layout.Markdown;
import org.junit.jupiter.api.Tag;
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
  void showsResultsBeforeRangesAndOfThoseInFullOnlyWhatIsNotWithin() {
    String text = report.text(SampleRuns.rich());
    assertThat(text)
        .containsSubsequence(
            "## Summary",
            "- **Expected ranges** 5 PASS, 2 DOUBT, 1 FAIL, 1 NO FIGURE",
            "## Results",
            "## Expected ranges",
            "<details>",
            "</details>",
            "## Comparison");
    String open = text.substring(text.indexOf("## Expected ranges"), text.indexOf("<details>"));
    assertThat(open).doesNotContain("PASS ✅").contains("DOUBT ⚠️", "FAIL ❌", "| NO FIGURE |");
    String folded = text.substring(text.indexOf("<details>"), text.indexOf("</details>"));
    assertThat(folded.lines().filter(line -> line.startsWith("| bound"))).hasSize(9);
  }

  @Test
  void foldsNothingWhereNoFigureIsWithin() {
    RunAnalysis rich = SampleRuns.rich();
    List<RangeCheck> missed = rich.checks().stream().filter(check -> !check.isWithin()).toList();
    assertThat(
            report.text(
                new RunAnalysis(
                    rich.run(),
                    rich.results(),
                    rich.contrasts(),
                    missed,
                    rich.headlines(),
                    rich.remarks())))
        .contains("## Expected ranges", "FAIL ❌")
        .doesNotContain("<details>");
  }

  @Tag("fault-22")
  @Test
  void showsMarkupInNamesAsText() {
    assertThat(Markdown.escape("a|b `c` <script> *d* _e_ [f](g) ~h~ &amp; \\"))
        .isEqualTo("a\\|b \\`c\\` \\<script\\> \\*d\\* \\_e\\_ \\[f\\](g) \\~h\\~ &amp;amp; \\\\");
  }

  @Tag("fault-22")
  @Test
  void mentionsNobodyAndNoIssue() {
    assertThat(Markdown.escape("@user #12")).doesNotContain("@user").doesNotContain("#12");
  }

  @Tag("fault-22")
  @Test
  void beginsNoListOrHeadingFromAName() {
    for (String begin : List.of("# x", "- x", "+ x", "1. x", "> x", "2) x")) {
      assertThat(Markdown.escape(begin)).doesNotMatch("([-+#>]|\\d+[.)])\\s.*");
    }
  }
}
