package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Capability;
import org.bindbench.model.Capability.Verdict;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Growth;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

class CapabilityTableTest {
  private static final String ISSUE = "https://example.org/issues/96#first_one";
  private static final CaseDeclaration FINALIZERS = declared("c.lua", 1, "finalizers");
  private static final CaseDeclaration GROWTH = declared("c.lua", 2, "growth");
  private static final CaseDeclaration THREADS = declared("c.py", 3, "threads");

  private final RunAnalysis analysis =
      RunAnalyser.analyse(
          Trials.run(
              List.of(
                  probed(FINALIZERS, "luaj", Verdict.UNSUPPORTED, "0 of 9"),
                  probed(FINALIZERS, "luajc", Verdict.UNSUPPORTED, "0 of 9"),
                  probed(GROWTH, "luaj", Verdict.BROKEN, "it raised E"),
                  probed(GROWTH, "luajc", Verdict.SUPPORTED, "all there"),
                  probed(THREADS, "graalpy", Verdict.SUPPORTED, "8 of 8"))),
          Settings.defaults().thresholds());
  private final CapabilityTable table = CapabilityTable.of(analysis).orElseThrow();

  @Test
  void facilitiesAreRowsAndEnginesColumnsWithADashWhereThereIsNoProbe() {
    assertThat(table.verdicts(QuestionGrid.Detail.BRIEF).columns())
        .extracting(Grid.Column::title)
        .containsExactly("facility", "graalpy", "luaj", "luajc");
    assertThat(texts(table.verdicts(QuestionGrid.Detail.BRIEF)))
        .containsExactly(
            List.of("finalizers", "–", "unsupported", "unsupported"),
            List.of("growth", "–", "broken", "supported"),
            List.of("threads", "supported", "–", "–"));
  }

  @Test
  void alikeFindingsAreSaidOnceAndOnlyShortcomingsHaveAReference() {
    assertThat(texts(table.details()))
        .containsExactly(
            List.of("finalizers", "luaj, luajc", "unsupported", "0 of 9", ISSUE),
            List.of("growth", "luaj", "broken", "it raised E", ISSUE),
            List.of("growth", "luajc", "supported", "all there", ""),
            List.of("threads", "graalpy", "supported", "8 of 8", ""));
  }

  @Test
  void theTallyCountsVerdictsOfEachEngine() {
    assertThat(table.tally())
        .isEqualTo(
            "graalpy: 1 supported, 0 broken, 0 unsupported;"
                + " luaj: 0 supported, 1 broken, 1 unsupported;"
                + " luajc: 1 supported, 0 broken, 1 unsupported");
  }

  @Test
  void whatIsBrokenOrUnsupportedChangesNoExitCodeAndIsNoFailedRow() {
    assertThat(ExitCode.of(analysis)).isEqualTo(ExitCode.PASSED);
    assertThat(Failure.of(analysis)).isEmpty();
    assertThat(analysis.remarks()).isEmpty();
  }

  @Test
  void aProbeThatFailedIsAFailedRowAndSaysSoInTheTable() {
    TrialRecord failed =
        Trials.trial(
            THREADS, "graalpy", BindingStyle.OWN, 1, new TrialOutcome.ScriptFailed("typo", "", ""));
    RunAnalysis broken =
        RunAnalyser.analyse(Trials.run(List.of(failed)), Settings.defaults().thresholds());
    assertThat(texts(CapabilityTable.of(broken).orElseThrow().verdicts(QuestionGrid.Detail.BRIEF)))
        .containsExactly(List.of("threads", "script failed"));
    assertThat(ExitCode.of(broken)).isEqualTo(ExitCode.TRIAL_ERRORED);
    assertThat(Failure.of(broken)).hasSize(1);
  }

  @Test
  void probesThatWereNotRunForOneReasonAreSaidOnce() {
    TrialOutcome ended = new TrialOutcome.Skipped("the run ended", "run it again");
    CapabilityTable interrupted =
        CapabilityTable.of(
                RunAnalyser.analyse(
                    Trials.run(
                        List.of(
                            Trials.trial(FINALIZERS, "luaj", BindingStyle.OWN, 1, ended),
                            Trials.trial(GROWTH, "luaj", BindingStyle.OWN, 1, ended),
                            probed(GROWTH, "luajc", Verdict.BROKEN, "it raised E"))),
                    Settings.defaults().thresholds()))
            .orElseThrow();
    assertThat(interrupted.shortcomings())
        .containsExactly(
            "growth, luajc: broken, it raised E → " + ISSUE, "2 probes: skipped, the run ended");
    assertThat(interrupted.tally())
        .isEqualTo(
            "luaj: 0 supported, 0 broken, 0 unsupported, 2 without a verdict;"
                + " luajc: 0 supported, 1 broken, 0 unsupported");
  }

  @Test
  void aRunWithoutProbesHasNoTable() {
    assertThat(CapabilityTable.of(SampleRuns.rich())).isEmpty();
    assertThat(new MarkdownReport().text(SampleRuns.rich())).doesNotContain(CapabilityTable.TITLE);
  }

  @Test
  void bothReportsHaveTheTableAndNoQuestionOfItsOwnForAProbe() {
    String console = new ConsoleReport(Style.plain(true)).text(analysis, List.of());
    String markdown = new MarkdownReport().text(analysis);
    assertThat(console)
        .contains(CapabilityTable.TITLE)
        .contains("growth, luaj: broken, it raised E")
        .doesNotContainPattern(".{101}")
        .doesNotContain("Is it so?");
    assertThat(markdown)
        .contains("| finalizers | – | unsupported | unsupported | Is it so? |")
        .contains("| growth | – | broken | supported |  |")
        .contains("<" + ISSUE + ">")
        .doesNotContain("# Is it so?");
  }

  private static List<List<String>> texts(Grid grid) {
    return grid.rows().stream().map(row -> row.stream().map(Grid.Cell::text).toList()).toList();
  }

  private static CaseDeclaration declared(String file, int line, String name) {
    return new CaseDeclaration(
        Path.of(file),
        line,
        name,
        "capability",
        "",
        List.of(),
        Map.of(),
        "",
        0,
        "Is it so?",
        1,
        Growth.LINEAR,
        ISSUE);
  }

  private static TrialRecord probed(
      CaseDeclaration declaration, String engine, Verdict verdict, String saw) {
    return Trials.trial(
        declaration,
        engine,
        BindingStyle.OWN,
        1,
        new TrialOutcome.Completed(new Capability(verdict, saw)));
  }
}
