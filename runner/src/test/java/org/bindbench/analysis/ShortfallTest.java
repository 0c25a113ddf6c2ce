package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class ShortfallTest {
  private static final TrialOutcome FIGURES =
      Trials.completed(new Measure(Metrics.rate("objects"), 1e6));
  private static final TrialOutcome FAILED = new TrialOutcome.Crashed("gone", 1, "");
  private static final TrialOutcome NOT_RUN = new TrialOutcome.Skipped("ended", "run it again");

  @Test
  void nothingIsSaidWhereEveryForkHasFigures() {
    assertThat(shortfall(FIGURES, FIGURES)).isEmpty();
  }

  @Test
  void whatWasNotRunDidNotFail() {
    assertThat(shortfall(FIGURES, FAILED, FAILED)).isEqualTo("2 of 3 forks failed");
    assertThat(shortfall(FIGURES, NOT_RUN)).isEqualTo("1 of 2 forks not run");
    assertThat(shortfall(FIGURES, FAILED, NOT_RUN, NOT_RUN))
        .isEqualTo("1 of 4 forks failed, 2 not run");
  }

  private static String shortfall(TrialOutcome... outcomes) {
    List<TrialRecord> forks =
        Arrays.stream(outcomes)
            .map(
                outcome ->
                    Trials.trial(
                        Trials.declaration("luaj", "c", "rate", "objects"),
                        "luaj",
                        BindingStyle.OWN,
                        1,
                        outcome))
            .toList();
    return Shortfall.of(forks);
  }
}
