package org.bindbench.report.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.change.Change;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.selfcheck.CheckedRun;
import org.bindbench.analysis.selfcheck.Finding;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

class SelfcheckReportTest {
  private static final Metric RATE = Metrics.rate("calls");
  private static final Sides EVEN =
      new Sides(List.of(100.0, 101.0, 102.0), List.of(100.0, 101.0, 102.0));
  private static final Sides UNEVEN =
      new Sides(List.of(200.0, 201.0, 202.0), List.of(100.0, 101.0, 102.0));

  @Test
  void falseAlarmsComeWithTheirBoundOverRunsAndAreNamed() {
    String text =
        console(
            run(1, 0, finding(0, EVEN, Verdict.SAME)),
            run(2, 0, finding(0, UNEVEN, Verdict.WORSE)));
    assertThat(text)
        .contains("1 false alarm in 2 comparisons over 2 runs of the same code against itself.")
        .contains("False alarm: s.c · luaj, rate: worse, 99 %");
    // 1 of 2: the bound b with P(at most 1 of 2 | b) = 5 %, b² = 0.95
    assertThat(text).contains("at most 97 % of runs have one");
  }

  @Test
  void plantedChangesAreCountedByHowFarTheForksAreApart() {
    String text =
        console(
            run(1, 0.2, finding(0.2, UNEVEN, Verdict.WORSE)),
            run(2, 0.2, finding(0.2, UNEVEN, Verdict.INCONCLUSIVE)));
    assertThat(text)
        .containsPattern("\\+20 % +rate +up to 5.0 % +2 +1 \\(50 %\\) +2.5 % +0")
        .contains("The same code was not compared with itself yet.")
        .contains("1 worse, 1 inconclusive");
  }

  @Test
  void bothFormsSayTheSame() {
    List<CheckedRun> runs = List.of(run(1, 0, finding(0, EVEN, Verdict.SAME)));
    assertThat(SelfcheckReport.markdown(runs))
        .contains("# Self-check")
        .contains("0 false alarms in 1 comparison over 1 run")
        .contains("| s.c · luaj | rate | 1.0 % | 5.0 % | 1 same |");
  }

  private static String console(CheckedRun... runs) {
    return SelfcheckReport.console(List.of(runs), Style.plain(true));
  }

  @Test
  void whatIsPlantedBelowTheFloorIsToldAndIsNoTestOfPower() {
    Finding small = finding(0.2, 1000, EVEN, Verdict.INCONCLUSIVE);
    assertThat(console(run(1, 0.2, small)))
        .contains("In 1 comparison what was planted is less than the difference that counts")
        .contains("rate of s.c · luaj, +20 %")
        .doesNotContain("up to 5.0 %");
  }

  private static Finding finding(double planted, Sides sides, Verdict verdict) {
    return finding(planted, 0, sides, verdict);
  }

  private static Finding finding(double planted, double floor, Sides sides, Verdict verdict) {
    return new Finding(
        "s.c · luaj",
        RATE,
        planted,
        floor,
        sides,
        Optional.empty(),
        verdict,
        Change.of(RATE, sides),
        0.05,
        "",
        List.of());
  }

  private static CheckedRun run(long seed, double planted, Finding finding) {
    return new CheckedRun(seed, planted, 3, Instant.EPOCH, Duration.ofMinutes(4), List.of(finding));
  }
}
