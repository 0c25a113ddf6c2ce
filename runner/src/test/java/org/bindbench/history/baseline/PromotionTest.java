package org.bindbench.history.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.leak.LeakTrials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.baseline.KeptRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PromotionTest {
  private static final Runs GOOD = new Runs().rate("a", 1e6).rate("b", 1e6).rate("c", 1e6);

  @Test
  void aRunThatPassedMayBecomeTheBaseline() {
    assertThat(Promotion.refusal(GOOD.analysis())).isEmpty();
    assertThat(Promotion.refusal(GOOD.against(GOOD, false), false)).isEmpty();
  }

  @Test
  void aRunInWhichATrialFailedMayNotAndTheTrialIsNamed() {
    RunAnalysis failed =
        new Runs()
            .rate("a", 1e6)
            .with("b", 1, new TrialOutcome.Crashed("gone", 134, ""))
            .analysis();
    assertThat(Promotion.refusal(failed).orElseThrow())
        .contains("1 trial failed")
        .contains("binding.b · luaj")
        .contains("CRASHED");
  }

  @Test
  void aRunThatWasInterruptedMayNot() {
    RunAnalysis interrupted =
        new Runs()
            .rate("a", 1e6)
            .with("b", 1, new TrialOutcome.Skipped("ended", "", true))
            .analysis();
    assertThat(Promotion.refusal(interrupted).orElseThrow())
        .isEqualTo("it was interrupted, and 1 trial did not run");
  }

  @Test
  void aRunThatLeaksOrDidNotMeasureLeaksAsItShouldMayNot() {
    assertThat(leaks(LeakTrials.planted(60, 1024e3), LeakTrials.growing("leaky", 60, 2e6)))
        .startsWith("it has a critical leak: leaks.leaky");
    assertThat(leaks(LeakTrials.planted(60, 0)))
        .startsWith("its leaks were not measured as they should be: leaks.planted_leak");
  }

  private static String leaks(TrialRecord... more) {
    List<TrialRecord> trials = new ArrayList<>(List.of(more));
    trials.add(LeakTrials.control(60));
    return Promotion.refusal(RunAnalyser.analyse(Trials.run(trials), List.of())).orElseThrow();
  }

  @Test
  void aRunWithNothingToCompareMayNot() {
    assertThat(Promotion.refusal(new Runs().analysis()).orElseThrow()).contains("no rate");
  }

  @Test
  void aRunThatFailsItsGatesMayNotAndTheRowIsNamed() {
    Runs slow = new Runs().rate("a", 1e6).rate("b", 1e6).rate("c", 3e5);
    assertThat(Promotion.refusal(slow.against(GOOD, false), false).orElseThrow())
        .contains("critical rows")
        .contains("binding.c")
        .contains("baseline main");
    assertThat(Promotion.refusal(slow.analysis().against(slow.against(GOOD, false)))).isPresent();
  }

  /** Forcing replaces a baseline of other circumstances; it makes no failure a pass. */
  @Test
  void forcingDoesNotPromoteAFailure() {
    Runs slow = new Runs().rate("a", 1e6).rate("b", 1e6).rate("c", 3e5);
    assertThat(Promotion.refusal(slow.against(GOOD, true), true)).isPresent();
  }

  @Test
  @Tag("fault-19")
  void aBaselineOfAnotherMachineIsOnlyReplacedWhereThatIsForced() {
    List<KeptRow> elsewhere = GOOD.kept().stream().map(row -> on(row, "another CPU")).toList();
    Optional<String> refused =
        Promotion.refusal(Runs.compared(elsewhere, GOOD.kept(), false), false);
    assertThat(refused.orElseThrow())
        .contains("3 rows were measured under other circumstances")
        .contains("CPU: another CPU / cpu");
    assertThat(Promotion.refusal(Runs.compared(elsewhere, GOOD.kept(), true), true)).isEmpty();
  }

  private static KeptRow on(KeptRow row, String cpu) {
    UnaryOperator<Map<String, String>> moved =
        facts -> {
          Map<String, String> changed = new java.util.LinkedHashMap<>(facts);
          changed.put("CPU", cpu);
          return changed;
        };
    return new KeptRow(
        row.id(),
        row.engine(),
        row.style(),
        row.setup(),
        row.file(),
        row.protocol(),
        row.unit(),
        row.tags(),
        row.status(),
        row.reason(),
        row.errored(),
        row.metrics(),
        row.absent(),
        row.flags(),
        row.machineMoved(),
        row.rulerNanos(),
        row.cpuPerWall(),
        row.wrong(),
        row.interrupted(),
        row.incomplete(),
        row.answers(),
        moved.apply(row.facts()));
  }
}
