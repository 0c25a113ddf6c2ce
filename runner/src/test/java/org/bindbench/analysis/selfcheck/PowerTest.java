package org.bindbench.analysis.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bindbench.analysis.selfcheck.Findings.of;
import static org.bindbench.analysis.selfcheck.Findings.run;

import java.util.List;
import org.bindbench.analysis.change.Verdict;
import org.junit.jupiter.api.Test;

class PowerTest {
  private static final List<CheckedRun> RUNS =
      List.of(
          run(0.2, of(0.2, 0.02, Verdict.WORSE), of(0.2, 0.049, Verdict.INCONCLUSIVE)),
          run(0.2, of(0.2, 0.07, Verdict.WORSE), of(0.2, 0.3, Verdict.SAME)),
          run(0.1, of(0.1, 0, Verdict.BETTER)),
          run(0, of(0, 0.02, Verdict.WORSE)));

  @Test
  void changesAreCountedByWhatWasPlantedAndHowTheForksSpread() {
    assertThat(Power.of(RUNS))
        .extracting(Power::planted, Power::upTo, Power::found, Power::wrong)
        .containsExactly(
            tuple(0.1, 0.05, new Share(0, 1), new Share(1, 1)),
            tuple(0.2, 0.05, new Share(1, 2), new Share(0, 2)),
            tuple(0.2, 0.08, new Share(1, 1), new Share(0, 1)),
            tuple(0.2, Double.POSITIVE_INFINITY, new Share(0, 1), new Share(1, 1)));
  }

  @Test
  void allClassesUpToASpreadCountTogether() {
    assertThat(Power.upTo(RUNS, 0.2, "rate", 0.08).found()).isEqualTo(new Share(2, 3));
    assertThat(Power.upTo(RUNS, 0.2, "allocated_bytes", 0.08).found()).isEqualTo(new Share(0, 0));
  }

  @Test
  void whatIsInlinedOnASideIsNeverJudgedAndCountsNowhere() {
    for (String word : List.of("inlined", "head inlined")) {
      Finding inlined = of(0.1, 0.02, Verdict.INCONCLUSIVE, "shared JVM", word);
      assertThat(Power.of(List.of(run(0.1, inlined)))).isEmpty();
      Finding same = of(0, 0.02, Verdict.INCONCLUSIVE, word);
      assertThat(FalseAlarms.of(List.of(run(0, same))).comparisons()).isEqualTo(new Share(0, 0));
    }
  }
}
