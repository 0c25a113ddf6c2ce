package org.bindbench.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Remark;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class MachineSpeedTest {
  private static final CaseDeclaration CALL =
      Trials.declaration("luaj", "method_call", "rate", "calls");
  private static final CaseDeclaration MEMORY =
      Trials.declaration("luaj", "memory", "retained", "objects");

  @Test
  void aMachineThatMovedStandsBesideEveryTimedRowAndNoOther() {
    List<TrialRecord> trials = new ArrayList<>(timed("luaj", 4.0, 4.0, 4.1, 4.4, 4.4, 4.5));
    trials.addAll(
        Trials.forks(MEMORY, "luaj", BindingStyle.OWN, Metrics.RETAINED_BYTES, 72, 72, 72));
    RunAnalysis run = RunAnalyser.analyse(Trials.run(trials), List.of());
    CaseResult call = row(run, "method_call");
    assertThat(call.flags()).contains(CaseResult.MACHINE_MOVED);
    assertThat(call.caveats())
        .contains(
            new Caveat(
                "machine moved",
                "the machine became slower by 10 % between the first and the second half of the"
                    + " run"));
    assertThat(row(run, "memory").flags()).isEmpty();
    assertThat(run.remarks())
        .filteredOn(remark -> remark.subject().equals("machine speed"))
        .singleElement()
        .satisfies(remark -> assertThat(remark.message()).contains("slower by 10 %", "1 row"))
        .extracting(Remark::rows)
        .isEqualTo(List.of(call.title()));
  }

  @Test
  void aMachineThatKeptItsSpeedIsNotMentioned() {
    RunAnalysis run =
        RunAnalyser.analyse(Trials.run(timed("luaj", 4.0, 4.1, 4.0, 4.1, 4.0, 4.1)), List.of());
    assertThat(row(run, "method_call").flags()).isEmpty();
    assertThat(run.remarks()).noneMatch(remark -> remark.subject().equals("machine speed"));
  }

  @Test
  void enginesOnWhichTheRulerReadsDifferentlyAreNoMovement() {
    List<TrialRecord> trials = new ArrayList<>(timed("luaj", 4.0, 4.0, 4.0, 4.0));
    trials.addAll(timed("luajc", 5.0, 5.0, 5.0, 5.0));
    assertThat(MachineSpeed.moved(Trials.run(trials))).isEmpty();
  }

  private static List<TrialRecord> timed(String engine, double... rulerMillis) {
    List<TrialRecord> trials = new ArrayList<>();
    for (double millis : rulerMillis)
      trials.add(
          Trials.trial(
              CALL,
              engine,
              BindingStyle.OWN,
              trials.size() + 1,
              Trials.completed(
                  new Measure(Metrics.rate("calls"), 5e6 + trials.size()),
                  new Measure(Metrics.RULER, millis * 1e6))));
    return trials;
  }

  private static CaseResult row(RunAnalysis run, String name) {
    return run.results().stream().filter(row -> row.id().name().equals(name)).findFirst().get();
  }
}
