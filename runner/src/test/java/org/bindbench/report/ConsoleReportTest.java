package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.report.layout.SafeText;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleReportTest {
  private static final List<Path> FILES =
      List.of(
          Path.of("reports/performance_metrics.json"), Path.of("reports/performance_report.md"));

  @Test
  void looksLikeTheGoldenFileWhereTheTerminalHasSymbols() throws IOException {
    Golden.assertMatches("console-unicode.txt", text(SampleRuns.rich(), Style.plain(true)));
  }

  @Test
  void looksLikeTheGoldenFileWhereTheTerminalHasNone() throws IOException {
    Golden.assertMatches("console-ascii.txt", text(SampleRuns.rich(), Style.plain(false)));
  }

  @Test
  void looksLikeTheGoldenFileForARunWithoutTrouble() throws IOException {
    Golden.assertMatches("console-clean.txt", text(SampleRuns.clean(), new Style(false, true, 80)));
  }

  @Test
  void saysNothingBeyondAsciiWhereTheTerminalShowsNoMore() {
    assertThat(text(SampleRuns.rich(), Style.plain(false)))
        .matches("[\\x20-\\x7e\\n]*")
        .contains("PASS", "DOUBT", "FAIL");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void letsNoControlCharacterOfANameThrough(boolean colour, boolean unicode) {
    String text = text(SampleRuns.rich(), new Style(colour, unicode, 100));
    String withoutOwnColours = text.replaceAll("\u001b\\[\\d+m", "");
    assertThat(withoutOwnColours.codePoints())
        .noneMatch(
            point ->
                point != '\n'
                    && (Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT));
    assertThat(text.lines().map(String::strip)).noneMatch(line -> line.startsWith("::"));
    if (!colour) assertThat(text).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120})
  void staysWithinTheWidth(int width) {
    assertThat(text(SampleRuns.rich(), new Style(false, true, width)).lines())
        .allMatch(line -> line.codePoints().map(SafeText::columns).sum() <= width);
  }

  @Test
  void laysOutTheSameWithColourAndWithout() {
    String coloured = text(SampleRuns.rich(), new Style(true, true, 100));
    assertThat(coloured).contains("\u001b[32m");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", "").replaceAll("(?m) +$", ""))
        .isEqualTo(text(SampleRuns.rich(), Style.plain(true)));
  }

  private static String text(RunAnalysis analysis, Style style) {
    return new ConsoleReport(style).text(analysis, FILES);
  }
}
