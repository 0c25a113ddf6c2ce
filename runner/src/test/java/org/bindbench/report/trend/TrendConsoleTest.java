package org.bindbench.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.bindbench.report.Golden;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

class TrendConsoleTest {
  @Test
  void everythingThatCanBeSaidOfASeries() throws IOException {
    Golden.assertMatches(
        "trend.txt", new TrendConsole(Style.plain(true)).text(SampleTrends.rich(), false));
  }

  @Test
  void whereOnlyAsciiCanBeShown() throws IOException {
    String text = new TrendConsole(Style.plain(false)).text(SampleTrends.rich(), false);
    Golden.assertMatches("trend-ascii.txt", text);
    assertThat(text).matches("\\p{ASCII}*");
  }

  @Test
  void ofManySeriesOnlyThoseWithAFindingUnlessAllAreAskedFor() {
    TrendConsole console = new TrendConsole(Style.plain(true));
    assertThat(console.text(SampleTrends.many(), false))
        .contains("object_creation")
        .doesNotContain("quiet_")
        .contains("40 more series show no change");
    assertThat(console.text(SampleTrends.many(), true)).contains("quiet_0").contains("quiet_39");
  }

  @Test
  void aNameCanNeitherSteerTheTerminalNorPassForAWorkflowCommand() {
    assertThat(new TrendConsole(Style.plain(true)).text(SampleTrends.hostile(), true))
        .doesNotContain("\u001b")
        .doesNotContain("\n::error::");
  }
}
