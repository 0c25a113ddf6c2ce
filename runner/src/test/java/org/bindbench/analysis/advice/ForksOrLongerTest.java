package org.bindbench.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Test;

class ForksOrLongerTest {
  private static final double ITERATION_NANOS = 160e6;
  private static final CaseDeclaration CALL =
      Trials.declaration("luaj", "bound_method_call", "rate", "calls");

  @Test
  void forksHelpWhereTheyDifferMoreThanTheirIterations() {
    assertThat(advice(Duration.ofSeconds(4), 1.0, 1.2, 0.9)).endsWith("longer ones hardly");
  }

  @Test
  void aLongerTimeHelpsWhereForksDifferNoMoreThanTheirIterationsMakeThem() {
    assertThat(advice(Duration.ofSeconds(25), 1.0, 1.0, 1.0))
        .startsWith("a longer --measure narrows");
  }

  /** S is 0.107, T 0.033, a fork costs 156 iterations: r = ⌈√156 · 0.107 / 0.033⌉, of 160 ms. */
  @Test
  void namesTheTimeWhereItIsFarFromWhatWasMeasured() {
    assertThat(advice(Duration.ofSeconds(25), 0.95, 1.0, 1.05))
        .matches("--measure 6\\.\\d+ s narrows .*");
  }

  @Test
  void saysThatForksHelpWhereReadingsTellNoMore() {
    List<TrialRecord> trials =
        Trials.forks(CALL, "luaj", BindingStyle.HAND, Metrics.rate("calls"), 2e6, 3e6, 4e6);
    CaseResult row = RunAnalyser.analyse(Trials.run(trials), List.of()).results().get(0);
    assertThat(ForksOrLonger.advice(row, plan())).isEqualTo("more forks narrow the interval");
  }

  /** The row of three forks whose iterations take these times as long, ± 10 % by turns. */
  private static String advice(Duration beside, double... levels) {
    List<TrialRecord> trials = new ArrayList<>();
    for (int fork = 0; fork < levels.length; fork++)
      trials.add(trial(fork + 1, levels[fork], beside));
    CaseResult row = RunAnalyser.analyse(Trials.run(trials), List.of()).results().get(0);
    return ForksOrLonger.advice(row, plan());
  }

  private static TrialRecord trial(int fork, double level, Duration beside) {
    List<Sample> samples = new ArrayList<>();
    double nanos = 0;
    for (int i = 0; i < 8; i++) {
      double value = ITERATION_NANOS * level * (i % 2 == 0 ? 0.9 : 1.1);
      nanos += value;
      samples.add(new Sample(Metrics.ELAPSED_NANOS.id(), Phase.MEASURED, i, 1000, value));
    }
    TrialRecord trial =
        Trials.trial(
            CALL,
            "luaj",
            BindingStyle.HAND,
            fork,
            new Completed(
                List.of(new Measure(Metrics.rate("calls"), 1000e9 / nanos * 8)),
                List.of(),
                samples));
    return new TrialRecord(
        trial.spec(), trial.outcome(), trial.worker(), beside.toNanos() + Math.round(nanos), 1);
  }

  private static Plan plan() {
    Duration second = Duration.ofSeconds(1);
    Effort effort = new Effort(3, false, second, second, second, second, 1, 1000, 1000, second);
    return new Plan(
        "comprehensive", List.of(), List.of(), Map.of("luaj", effort), 1, 3, second, List.of());
  }
}
