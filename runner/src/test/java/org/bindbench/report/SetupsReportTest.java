package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.RunRecord;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reports say where a run compares several JVM setups. */
class SetupsReportTest {
  @Test
  void theOverviewNamesTheSetupThatItsNumbersAreFrom() {
    String place = "On 17 parallel, the first of 2 JVM setups.";
    RunAnalysis analysis = onSetups("17 parallel", "25 g1");
    assertThat(new ConsoleReport(Style.plain(true)).text(analysis, List.<Path>of()))
        .containsSubsequence("Overview", place, "objects created");
    assertThat(new MarkdownReport().text(analysis))
        .containsSubsequence("## Summary", place, "objects created");
  }

  @Test
  void theOverviewNamesNoSetupWhereThereIsButOne() {
    assertThat(new ConsoleReport(Style.plain(true)).text(SampleRuns.clean(), List.of()))
        .contains("objects created")
        .doesNotContain("JVM setup");
  }

  /** A column is {@code engine/style/setup=grade}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          luaj/OWN/=GOOD | luaj ✅
          luaj/HAND/=GOOD luaj/COERCED/=GOOD | luaj ✅ ×2
          luaj/HAND/=GOOD luaj/COERCED/=BAD | luaj (hand binding) ✅ · luaj (coercion) ❌
          graalpy/HOST/a=GOOD graalpy/HOST/b=GOOD luaj/HAND/a=BAD luaj/HAND/b=BAD           | graalpy ✅ ×2 · luaj ❌ ×2
          luaj/HAND/a=GOOD luaj/HAND/b=GOOD luaj/COERCED/a=BAD luaj/COERCED/b=BAD           | luaj (hand binding) ✅ ×2 · luaj (coercion) ❌ ×2
          luaj/OWN/a=GOOD luaj/OWN/b=BAD luaj/OWN/c=GOOD | luaj ✅ ×2 · luaj (b) ❌
          luaj/HAND/a=GOOD luaj/HAND/b=GOOD luaj/COERCED/a=GOOD luaj/COERCED/b=DOUBTFUL           | luaj (hand binding) ✅ ×2 · luaj (coercion, a) ✅ · luaj (coercion, b) ⚠️
          luaj/OWN/a=BAD luaj/OWN/b=BAD luaj/OWN/c=GOOD           | luaj (a) ❌ · luaj (b) ❌ · luaj (c) ✅
          luajc/OWN/a=UNAVAILABLE luajc/OWN/b=UNAVAILABLE | luajc no figure ×2
          """)
  void rowsThatAreGradedAlikeAreCountedAndOthersAreNamed(String columns, String shown) {
    List<RangeCheck> checks =
        Stream.of(columns.strip().split(" ")).map(SetupsReportTest::check).toList();
    RunAnalysis analysis =
        new RunAnalysis(Trials.run(List.of()), List.of(), List.of(), checks, List.of(), List.of());
    assertThat(new Ranges(analysis).brief().values())
        .singleElement()
        .satisfies(
            grid ->
                assertThat(grid.rows())
                    .singleElement()
                    .extracting(row -> row.get(row.size() - 1).text())
                    .isEqualTo(shown.strip()));
  }

  private static RangeCheck check(String written) {
    String[] word = written.split("[/=]", -1);
    return new RangeCheck(
        new CaseId("suite", "calls", Map.of()),
        new Column(word[0], BindingStyle.valueOf(word[1]), word[2]),
        Metrics.rate("calls"),
        "≥ 1,000 calls/s",
        "default",
        2000,
        "",
        Grade.valueOf(word[3]),
        false);
  }

  private static RunAnalysis onSetups(String... setups) {
    RunAnalysis clean = SampleRuns.clean();
    RunRecord run = clean.run();
    Plan plan = run.plan();
    Plan compared =
        new Plan(
            plan.level(),
            plan.command(),
            List.of(setups),
            plan.efforts(),
            plan.seed(),
            plan.trials(),
            plan.estimated(),
            plan.leftOut());
    Headline headline =
        new Headline(
            Language.PYTHON,
            "graalpy",
            BindingStyle.HOST,
            setups[0],
            Map.of("object_creation_rate", 18.6e6),
            Map.of());
    return new RunAnalysis(
        new RunRecord(
            run.id(), run.startedAt(), run.elapsed(), run.environment(), compared, run.trials()),
        clean.results(),
        clean.contrasts(),
        clean.checks(),
        List.of(headline),
        clean.remarks());
  }
}
