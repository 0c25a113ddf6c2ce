package org.bindbench.analysis.pauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Absent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseQuantileTest {
  @Test
  void pausesOfAllForksAreJudgedTogether() {
    Completed one = Loads.fork(1000, Loads.rising(40, 1, 40));
    Completed other = Loads.fork(1000, Loads.rising(40, 41, 80));
    Summary p95 = PauseQuantile.P95.summary(List.of(one, other)).orElseThrow();
    Estimate pooled = p95.estimate().orElseThrow();
    assertThat(pooled.value()).isCloseTo(76.05, within(1e-9)); // type 7: 1 + 0.95 * 79
    assertThat(pooled.high()).isEqualTo(80);
    assertThat(pooled.low()).isBetween(70.0, 76.0);
    assertThat(pooled.level()).isCloseTo(0.9, within(1e-12));
    assertThat(p95.forkValues()).hasSize(2);
    assertThat(p95.forkValues().get(0)).isCloseTo(38.05, within(1e-9));
  }

  @Test
  void tooFewPausesHaveNoPercentileButALongestOne() {
    List<Completed> forks = List.of(Loads.fork(1000, Loads.rising(58, 1, 7.25)));
    assertThat(PauseQuantile.P95.summary(forks)).isEmpty();
    assertThat(PauseQuantile.P95.absent(forks))
        .map(Absent::reason)
        .contains("a P95 needs 59 pauses, and there were 58; the longest took 7.25 ms");
    assertThat(PauseQuantile.P50.summary(forks)).isPresent();
    assertThat(PauseQuantile.P50.absent(forks)).isEmpty();
  }

  @Test
  void aLoadWithoutPausesSaysSo() {
    assertThat(PauseQuantile.absences(List.of(Loads.fork(1000))))
        .extracting(Absent::reason)
        .containsExactly("there was no pause", "there was no pause", "there was no pause");
    assertThat(PauseQuantile.summaries(List.of(Loads.fork(1000)))).isEmpty();
  }

  @Test
  void theRowHasQuantilesInFrontAndReasonsForThoseItLacks() {
    CaseResult row = analysed(Loads.fork(1000, Loads.rising(100, 1, 10))).results().get(0);
    assertThat(row.summaries())
        .extracting(summary -> summary.metric().id())
        .startsWith("pause_p50", "pause_p95")
        .doesNotContain("pause_p99");
    assertThat(row.missing("pause_p99")).startsWith("a P99 needs 299 pauses, and there were 100");
  }

  /** The bound decides, not the value: with 10 to 103 ms the percentile itself is 98.4 ms. */
  @ParameterizedTest
  @CsvSource({
    "200,  10,   90, GOOD",
    "200,  10,  103, DOUBTFUL",
    "200, 110,  150, BAD",
    " 58,  10,   20, UNAVAILABLE"
  })
  void aPercentileIsWithinItsRangeOnlyWhereItsBoundIs(
      int count, double first, double last, Grade grade) {
    RunAnalysis analysis = analysed(Loads.fork(1000, Loads.rising(count, first, last)));
    assertThat(analysis.checks())
        .filteredOn(check -> check.metric().id().equals("pause_p95"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.grade()).isEqualTo(grade);
              assertThat(check.expectation()).isEqualTo("< 100 ms");
              assertThat(check.fails()).isFalse();
            });
  }

  @Test
  void theControlIsHeldToNoRange() {
    RunAnalysis analysis =
        RunAnalyser.analyse(
            Trials.run(
                Loads.row(
                    Loads.declaration("nothing", "control"),
                    "",
                    Loads.fork(1000, Loads.rising(100, 200, 300)))),
            Settings.defaults().thresholds());
    assertThat(analysis.checks()).extracting(RangeCheck::metric).isEmpty();
  }

  private static RunAnalysis analysed(Completed... forks) {
    return RunAnalyser.analyse(
        Trials.run(Loads.row("churn", "", forks)), Settings.defaults().thresholds());
  }
}
