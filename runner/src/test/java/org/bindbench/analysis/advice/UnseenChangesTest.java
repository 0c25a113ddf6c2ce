package org.bindbench.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.Trials.declaration;
import static org.bindbench.analysis.Trials.forks;
import static org.bindbench.analysis.Trials.run;

import java.util.List;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.precision.Resolution;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Remark;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class UnseenChangesTest {
  private static final Metric CALLS = Metrics.rate("calls");
  private static final double[] NOISY = {60e6, 66e6, 55e6, 63e6, 58e6};

  @Test
  void namesAHeadlineWhoseForksScatterWithTheForksItWouldTake() {
    int forks =
        Resolution.forksToSee(
                Summaries.summarise(CALLS, List.of(60e6, 66e6, 55e6, 63e6, 58e6)), 0.1)
            .orElseThrow();

    assertThat(remarks(calls(NOISY)))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.message())
                  .containsPattern(
                      "bound_method_call on luaj \\(hand binding\\) 1\\d % \\(10 % would take "
                          + forks
                          + " forks\\)");
              assertThat(remark.advice()).contains("--forks " + forks);
              assertThat(remark.rows())
                  .containsExactly("binding.bound_method_call · luaj, hand binding");
            });
  }

  @Test
  void namesNoNumberWhereForksAloneDoNotHelp() {
    assertThat(remarks(calls(60e6, 20e6, 100e6)))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.message()).contains("would take more than 50 forks");
              assertThat(remark.advice()).doesNotContain("--forks");
            });
  }

  @Test
  void saysNothingOfHeadlinesThatWouldShowIt() {
    assertThat(remarks(calls(60e6, 60.5e6, 59.5e6, 60.2e6, 60.1e6))).isEmpty();
  }

  @Test
  void saysNothingOfInlinedRowsAndOfRowsThatAreNoHeadline() {
    assertThat(remarks(calls(2e9, 3e9, 4e9))).isEmpty();
    assertThat(
            remarks(
                forks(
                    declaration("luajc", "bound_method_call", "rate", "calls"),
                    "luajc",
                    BindingStyle.HAND,
                    CALLS,
                    NOISY)))
        .isEmpty();
  }

  private static List<TrialRecord> calls(double... values) {
    return forks(
        declaration("luaj", "bound_method_call", "rate", "calls"),
        "luaj",
        BindingStyle.HAND,
        CALLS,
        values);
  }

  private static List<Remark> remarks(List<TrialRecord> trials) {
    return new UnseenChanges().remarks(RunAnalyser.analyse(run(trials), List.of()));
  }
}
