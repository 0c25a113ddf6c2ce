package org.bindbench.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.Trials.declaration;
import static org.bindbench.analysis.Trials.forks;
import static org.bindbench.analysis.Trials.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.ForksAdded;
import org.bindbench.model.Remark;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class WhereTimeWentTest {
  private static final Metric CALLS = Metrics.rate("calls");

  @Test
  void saysWhichRowsGotForksAndHowFarThatNarrowedThem() {
    List<Remark> remarks =
        remarks(
            List.of(added("sort", 3, 5), added("closure", 3, 6)),
            row("sort", 10, 11, 12, 11, 11),
            row("closure", 10, 12, 14, 12, 12, 12));

    assertThat(remarks)
        .singleElement()
        .satisfies(
            remark ->
                assertThat(remark.message())
                    .isEqualTo(
                        "5 further forks went where intervals were narrowed most for the"
                            + " time: closure on luaj 3 → 6 forks (± %s → ± %s), sort on luaj 3 → 5"
                                .formatted(width(10, 12, 14), width(10, 12, 14, 12, 12, 12))
                            + " forks (± %s → ± %s)"
                                .formatted(width(10, 11, 12), width(10, 11, 12, 11, 11))));
  }

  @Test
  void givesNoIntervalsWhereAForkGaveNoValue() {
    assertThat(remarks(List.of(added("sort", 3, 5)), row("sort", 10, 11, 12, 11)))
        .singleElement()
        .satisfies(remark -> assertThat(remark.message()).endsWith("sort on luaj 3 → 5 forks"));
  }

  @Test
  void isSilentWhereEveryForkWasPlanned() {
    assertThat(remarks(List.of(), row("sort", 10, 11, 12))).isEmpty();
  }

  private static ForksAdded added(String name, int planned, int measured) {
    return new ForksAdded("binding." + name + " · luaj", planned, measured);
  }

  private static String width(double... values) {
    return Summaries.summarise(CALLS, Arrays.stream(values).boxed().toList())
        .estimate()
        .map(interval -> Figures.percent(interval.high() / interval.value() - 1))
        .orElseThrow();
  }

  private static List<TrialRecord> row(String name, double... values) {
    return forks(
        declaration("luaj", name, "rate", "calls"), "luaj", BindingStyle.OWN, CALLS, values);
  }

  @SafeVarargs
  private static List<Remark> remarks(List<ForksAdded> added, List<TrialRecord>... rows) {
    List<TrialRecord> trials = new ArrayList<>();
    for (List<TrialRecord> row : rows) trials.addAll(row);
    RunRecord run = run(trials);
    RunRecord spent =
        new RunRecord(
            run.id(),
            run.startedAt(),
            run.elapsed(),
            run.environment(),
            run.plan().spent(List.of(), added),
            run.trials());
    return new WhereTimeWent().remarks(RunAnalyser.analyse(spent, List.of()));
  }
}
