package org.bindbench.report.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.leak.LeakTrials.control;
import static org.bindbench.analysis.leak.LeakTrials.growing;
import static org.bindbench.analysis.leak.LeakTrials.planted;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.Language;
import org.bindbench.model.TrialRecord;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.Golden;
import org.bindbench.report.MarkdownReport;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.export.MetricsJson;
import org.bindbench.report.junit.JUnitXml;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

/** What reports say of leaks, and what a run with one ends with. */
class LeakReportTest {
  private static final double KIB = 1024_000;

  private static final RunAnalysis ALL =
      run(
          control(60),
          planted(60, KIB),
          growing("critical_leak", 60, 1.8e6),
          growing("minor_leak", 60, 100_000),
          growing("nothing_kept", 60, 0),
          growing("strong_subscriptions", 60, 200_000, "leaks"),
          growing("no_longer", 60, 0, "leaks"));

  @Test
  void theConsoleHasVerdictsFiguresAndWhoKeptIt() throws Exception {
    Golden.assertMatches("leaks.txt", console(ALL));
  }

  @Test
  void theDocumentHasEveryFigure() throws Exception {
    Golden.assertMatches("leaks.md", new MarkdownReport().text(ALL));
  }

  @Test
  void anAlertTellsThatLeaksWereNotMeasuredAsTheyShould() {
    RunAnalysis blind = run(control(60), planted(60, 0));
    String alert =
        new String(
            ReportFormats.named(List.of("alert")).get(0).files(blind).values().iterator().next(),
            StandardCharsets.UTF_8);
    assertThat(ExitCode.of(blind)).isEqualTo(3);
    assertThat(alert).contains("planted: not found").contains("1 failed").doesNotContain("passed");
  }

  @Test
  void theJsonHasARowForEachAndTheLimits() {
    String json = new String(new MetricsJson().write(ALL), StandardCharsets.UTF_8);

    assertThat(json)
        .contains("\"verdict\" : \"LEAK\"")
        .contains("\"severity\" : \"CRITICAL\"")
        .contains("\"floor_bytes_per_cycle\" : 64000")
        .contains("\"by_case_bytes\"");
  }

  @Test
  void aCriticalLeakEndsTheRunWith1AndOthersDoNot() {
    assertThat(ExitCode.of(ALL)).isEqualTo(1);
    assertThat(ExitCode.of(ALL, Language.LUA)).isEqualTo(1);
    assertThat(ExitCode.of(run(control(60), planted(60, KIB), growing("major", 60, 500_000))))
        .isZero();
    assertThat(ExitCode.of(run(control(60), planted(60, KIB), growing("big", 60, 1.5e6, "leaks"))))
        .isZero();
  }

  @Test
  void aCriticalLeakIsAFailureInJUnitAndAMajorOneIsNot() {
    String failed = junit(ALL);
    String warned = junit(run(control(60), planted(60, KIB), growing("major", 60, 500_000)));

    assertThat(failed).containsOnlyOnce("<failure type=\"leak.critical\"");
    assertThat(warned).doesNotContain("<failure").contains("major leak: it keeps at least");
  }

  private static String junit(RunAnalysis analysis) {
    return new String(
        Objects.requireNonNull(new JUnitXml().files(analysis).get("junit.xml")),
        StandardCharsets.UTF_8);
  }

  @Test
  void aMeasurementThatMissesItsPlantedLeakIsNotValid() {
    RunAnalysis blind = run(control(60), planted(60, 0), growing("critical_leak", 60, 9e5));

    assertThat(ExitCode.of(blind)).isEqualTo(3);
    assertThat(console(blind))
        .contains("not to be trusted")
        .containsPattern("error +leaks on luaj: what was found in 3 rows is not to be trusted");
  }

  @Test
  void withoutControlAndPlantedLeakAWarningSaysWhatToAdd() {
    RunAnalysis bare = run(growing("critical_leak", 60, 9e5));

    assertThat(ExitCode.of(bare)).isZero();
    assertThat(console(bare))
        .containsPattern("warning +leaks on luaj")
        .contains("add to the suite a case tagged control");
  }

  @Test
  void aMajorLeakIsAWarning() {
    assertThat(console(run(control(60), planted(60, KIB), growing("major", 60, 500_000))))
        .containsPattern("warning +leaks.major · luaj: major leak");
  }

  private static RunAnalysis run(TrialRecord... trials) {
    return RunAnalyser.analyse(Trials.run(List.of(trials)), Settings.defaults().thresholds());
  }

  private static String console(RunAnalysis run) {
    return new ConsoleReport(new Style(false, true, 110)).text(run, List.of());
  }
}
