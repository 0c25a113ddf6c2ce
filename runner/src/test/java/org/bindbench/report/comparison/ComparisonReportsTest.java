package org.bindbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.Golden;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComparisonReportsTest {
  private static final List<Path> FILES = List.of(Path.of("reports/comparison.json"));

  @Test
  void theConsoleLooksLikeTheGoldenFileWhereTheTerminalHasSymbols() throws IOException {
    Golden.assertMatches(
        "comparison-unicode.txt", console(SampleComparisons.rich(), Style.plain(true)));
  }

  @Test
  void theConsoleLooksLikeTheGoldenFileWhereTheTerminalHasNone() throws IOException {
    String text = console(SampleComparisons.rich(), Style.plain(false));
    Golden.assertMatches("comparison-ascii.txt", text);
    assertThat(text).matches("[\\x20-\\x7e\\n]*");
  }

  @Test
  void twoFinishedRunsSayThatTheyWereNotInterleaved() throws IOException {
    String text = console(SampleComparisons.stored(), Style.plain(true));
    Golden.assertMatches("comparison-stored.txt", text);
    assertThat(text).contains("not interleaved").contains("not confirmed");
  }

  @Test
  void theDocumentLooksLikeTheGoldenFile() throws IOException {
    Golden.assertMatches(
        "comparison_report.md", new ComparisonMarkdown().text(SampleComparisons.rich()));
  }

  @Test
  void theDocumentBeginsWithItsMarkerAndHasTheColumnsOfAComment() {
    String text = new ComparisonMarkdown().text(SampleComparisons.rich());
    assertThat(text)
        .startsWith("<!-- bindbench:comparison -->\n")
        .contains("| Case | Base | Head | Δ \\[95 % CI\\] | Verdict |");
  }

  @Tag("fault-22")
  @Test
  void namesOfScriptsAreInertInTheDocument() {
    String text = new ComparisonMarkdown().text(SampleComparisons.rich());
    assertThat(text)
        .doesNotContain("<script>")
        .doesNotContain("\n::error")
        .doesNotContain(" @user");
  }

  @Test
  void theDocumentFitsIntoACommentAndSaysWhatIsLeftOut() {
    String text = new ComparisonMarkdown().text(SampleComparisons.large(2000));
    assertThat(text.length()).isLessThanOrEqualTo(ComparisonMarkdown.LONGEST);
    assertThat(text).contains("more rows are in comparison.json");
    assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
  }

  @Test
  void theDocumentFitsIntoACommentHoweverManyLongReasonsThereAre() {
    String text = new ComparisonMarkdown().text(SampleComparisons.broken(300));
    assertThat(text.length()).isLessThanOrEqualTo(ComparisonMarkdown.LONGEST);
    assertThat(text).contains("in comparison.json").contains("suite.broken\\_0");
    assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
  }

  @Test
  void theRowsThatFailAreNamedAndDecideTheExitCode() {
    ComparedRun run = SampleComparisons.rich();
    assertThat(ComparisonExit.of(run)).isEqualTo(1);
    assertThat(console(run, Style.plain(true)))
        .contains("suite.slower · luaj, hand binding: worse, critical");
    assertThat(ComparisonExit.of(SampleComparisons.clean())).isZero();
    assertThat(ComparisonExit.of(SampleComparisons.stored())).isZero();
  }

  private static String console(ComparedRun run, Style style) {
    return new ComparisonConsole(style).text(run, FILES);
  }
}
