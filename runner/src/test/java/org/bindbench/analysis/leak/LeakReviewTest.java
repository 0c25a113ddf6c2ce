package org.bindbench.analysis.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.leak.LeakTrials.control;
import static org.bindbench.analysis.leak.LeakTrials.growing;
import static org.bindbench.analysis.leak.LeakTrials.planted;
import static org.bindbench.analysis.leak.LeakTrials.trial;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.junit.jupiter.api.Test;

/** What control, planted leak and declarations make of the findings of one suite and engine. */
class LeakReviewTest {
  private static final double KIB = 1024.0 * LeakTrials.OPERATIONS;

  @Test
  void verdictsFollowTheRoles() {
    assertThat(
            words(
                control(60),
                planted(60, KIB),
                growing("still", 60, 0),
                growing("grows", 60, 100_000),
                growing("strong", 60, 100_000, "leaks"),
                growing("fixed", 60, 0, "leaks")))
        .containsExactly(
            LeakVerdict.CONTROL_STILL,
            LeakVerdict.PLANTED_FOUND,
            LeakVerdict.NO_LEAK,
            LeakVerdict.LEAK,
            LeakVerdict.LEAKS_AS_DECLARED,
            LeakVerdict.DECLARED_BUT_NOT_FOUND);
  }

  @Test
  void aLeakThatNobodyDeclaredHasASeverityAndACriticalOneFails() {
    LeakRow slight = row(1, control(60), growing("grows", 60, 70_000), planted(60, KIB));
    LeakRow critical = row(1, control(60), growing("grows", 60, 9e5), planted(60, KIB));
    LeakRow declared = row(1, control(60), growing("grows", 60, 9e5, "leaks"), planted(60, KIB));

    assertThat(slight.severity()).contains(Severity.SLIGHT);
    assertThat(slight.fails()).isFalse();
    assertThat(critical.severity()).contains(Severity.CRITICAL);
    assertThat(critical.fails()).isTrue();
    assertThat(declared.severity()).isEmpty();
    assertThat(declared.fails()).isFalse();
  }

  @Test
  void aPlantedLeakThatIsNotFoundTakesTheTrustFromAll() {
    LeakRow critical = row(1, control(60), growing("grows", 60, 9e5), planted(60, 0));

    assertThat(critical.doubts())
        .containsExactly(
            "the planted leak of 1.00 KiB an operation was not found (0 B a cycle): it does not"
                + " rise steadily (Kendall's p 1.0)");
    assertThat(critical.verdict()).isEqualTo(LeakVerdict.LEAK);
    assertThat(critical.severity()).isEmpty();
    assertThat(critical.fails()).isFalse();
  }

  @Test
  void aPlantedLeakOfHalfItsSizeIsNotFound() {
    assertThat(words(control(60), planted(60, KIB / 2)))
        .containsExactly(LeakVerdict.CONTROL_STILL, LeakVerdict.PLANTED_NOT_FOUND);
  }

  @Test
  void aControlThatGrowsTakesTheTrustFromAll() {
    LeakRow still =
        row(
            2,
            growing("does_nothing", 60, 70_000, "control"),
            planted(60, KIB),
            growing("a", 60, 0));

    assertThat(still.doubts())
        .containsExactly(
            "the control, which does nothing, is called a leak: it grows by 68.4 KiB a cycle");
  }

  @Test
  void withoutAControlNothingIsDecided() {
    LeakRow grows = row(0, growing("grows", 60, 5e5), planted(60, KIB));

    assertThat(grows.finding())
        .isEqualTo(new LeakFinding.Inconclusive("no control was measured beside it"));
    assertThat(grows.doubts()).contains("no control that does nothing was measured");
  }

  @Test
  void withoutAPlantedLeakNothingIsTrusted() {
    assertThat(row(1, control(60), growing("grows", 60, 0)).doubts())
        .containsExactly("no planted leak was measured");
  }

  @Test
  void aCaseThatFailedIsNotDecidedAndSaysWhy() {
    LeakRow failed =
        row(
            1,
            control(60),
            trial("bad", new TrialOutcome.ScriptFailed("no such thing", "a.lua:1", ""), 1),
            planted(60, KIB));

    assertThat(failed.verdict()).isEqualTo(LeakVerdict.NOT_DECIDED);
    assertThat(failed.finding().reason()).isEqualTo("SCRIPT_FAILED: no such thing");
  }

  @Test
  void whatLooksLikeALeakIsMeasuredAgainWithItsControl() {
    TrialRecord filling = trial("filling", 30, cycle -> 1e7 * (1 - Math.pow(0.5, cycle / 6.0)));
    TrialRecord grows = growing("grows", 30, 200_000);
    TrialRecord control = control(30);

    assertThat(
            LeakReview.suspected(
                List.of(
                    control,
                    planted(30, KIB),
                    growing("still", 30, 0),
                    growing("strong", 30, 200_000, "leaks"),
                    filling,
                    grows)))
        .containsExactly(control, filling, grows);
  }

  @Test
  void whereNothingLooksLikeALeakNothingIsMeasuredAgain() {
    assertThat(
            LeakReview.suspected(List.of(control(30), planted(30, KIB), growing("still", 30, 0))))
        .isEmpty();
  }

  @Test
  void theLongerSeriesCountsAgainstTheControlOfTheSameLength() {
    List<TrialRecord> first = List.of(control(30), planted(30, KIB), filling(30));
    List<TrialRecord> both = new ArrayList<>(first);
    both.add(control(60));
    both.add(filling(60));

    assertThat(LeakReview.of(first).get(2).verdict()).isEqualTo(LeakVerdict.SUSPECTED);
    LeakRow decided = LeakReview.of(both).get(2);
    assertThat(decided.verdict()).isEqualTo(LeakVerdict.NO_LEAK);
    assertThat(decided.finding().figures().orElseThrow().cycles()).isEqualTo(60);
    assertThat(LeakReview.suspected(both)).isEmpty();
  }

  private static TrialRecord filling(int cycles) {
    return trial("filling", cycles, cycle -> 1e7 * (1 - Math.pow(0.5, cycle / 6.0)));
  }

  private static List<LeakVerdict> words(TrialRecord... trials) {
    return LeakReview.of(List.of(trials)).stream().map(LeakRow::verdict).toList();
  }

  private static LeakRow row(int index, TrialRecord... trials) {
    return LeakReview.of(List.of(trials)).get(index);
  }
}
