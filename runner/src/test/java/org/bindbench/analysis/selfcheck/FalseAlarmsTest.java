package org.bindbench.analysis.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.selfcheck.Findings.of;
import static org.bindbench.analysis.selfcheck.Findings.run;

import java.util.List;
import org.bindbench.analysis.change.Verdict;
import org.junit.jupiter.api.Test;

class FalseAlarmsTest {
  @Test
  void aChangeInEitherDirectionIsAFalseAlarm() {
    FalseAlarms alarms =
        FalseAlarms.of(
            List.of(
                run(0, of(0, 0.02, Verdict.WORSE), of(0, 0.02, Verdict.BETTER)),
                run(0, of(0, 0.02, Verdict.SAME), of(0, 0.2, Verdict.INCONCLUSIVE))));
    assertThat(alarms.comparisons()).isEqualTo(new Share(2, 4));
    assertThat(alarms.runs()).isEqualTo(new Share(1, 2));
    assertThat(alarms.alarms()).hasSize(2);
  }

  @Test
  void whatIsPlantedIsNoFalseAlarm() {
    FalseAlarms alarms = FalseAlarms.of(List.of(run(0.1, of(0.1, 0.02, Verdict.WORSE))));
    assertThat(alarms.runs()).isEqualTo(new Share(0, 0));
    assertThat(alarms.comparisons()).isEqualTo(new Share(0, 0));
  }

  @Test
  void whatCannotBeComparedIsNotCounted() {
    FalseAlarms alarms =
        FalseAlarms.of(
            List.of(
                run(0, of(0, 0.02, Verdict.NOT_COMPARABLE), of(0, 0.02, Verdict.SAME)),
                run(0, of(0, 0.02, Verdict.NOT_COMPARABLE))));
    assertThat(alarms.comparisons()).isEqualTo(new Share(0, 1));
    assertThat(alarms.runs()).isEqualTo(new Share(0, 1));
  }
}
