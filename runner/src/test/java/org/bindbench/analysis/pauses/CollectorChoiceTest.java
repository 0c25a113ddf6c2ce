package org.bindbench.analysis.pauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.pauses.CollectorChoice.Leader;
import org.bindbench.analysis.pauses.CollectorChoice.Rival;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.junit.jupiter.api.Test;

class CollectorChoiceTest {
  @Test
  void theLeaderIsSurelyAheadWhereItsWholeIntervalSaysSo() {
    CollectorChoice choice =
        only(
            Loads.row("churn", "parallel", forks(2000, 20, 40)),
            Loads.row("churn", "zgc", forks(1000, 0.1, 0.2)));
    Leader busiest = choice.busiest().orElseThrow();
    assertThat(busiest.setup()).isEqualTo("parallel");
    assertThat(busiest.rivals())
        .singleElement()
        .satisfies(
            rival -> {
              assertThat(rival.setup()).isEqualTo("zgc");
              assertThat(rival.isSurelyBehind()).isTrue();
              assertThat(rival.times().value()).isCloseTo(2, within(1e-9));
            });
    Leader shortest = choice.shortest().orElseThrow();
    assertThat(shortest.setup()).isEqualTo("zgc");
    assertThat(shortest.rivals())
        .singleElement()
        .satisfies(rival -> assertThat(rival.times().low()).isGreaterThan(100));
  }

  @Test
  void nobodyIsAheadWhereIntervalsOverlap() {
    CollectorChoice choice =
        only(
            Loads.row("churn", "serial", forks(1001, 10, 30)),
            Loads.row("churn", "g1", forks(1000, 10, 29)));
    assertThat(choice.busiest().orElseThrow().setup()).isEqualTo("serial");
    assertThat(choice.busiest().orElseThrow().rivals()).noneMatch(Rival::isSurelyBehind);
    assertThat(choice.shortest().orElseThrow().setup()).isEqualTo("g1");
    assertThat(choice.shortest().orElseThrow().rivals()).noneMatch(Rival::isSurelyBehind);
  }

  @Test
  void oneForkDecidesNothingOfThroughput() {
    CollectorChoice choice =
        only(
            Loads.row("churn", "serial", Loads.fork(5000, Loads.rising(100, 1, 2))),
            Loads.row("churn", "g1", Loads.fork(1000, Loads.rising(100, 1, 2))));
    Rival rival = choice.busiest().orElseThrow().rivals().get(0);
    assertThat(rival.times().value()).isEqualTo(5);
    assertThat(rival.times().low()).isNaN();
    assertThat(rival.isSurelyBehind()).isFalse();
  }

  @Test
  void whereTooFewPausesWereSeenNoneIsCalledShortest() {
    CollectorChoice choice =
        only(
            Loads.row("churn", "serial", forks(1000, 1, 2)),
            Loads.row("churn", "g1", Loads.fork(1000, 3), Loads.fork(1000, 4)));
    assertThat(choice.shortest()).isEmpty();
    assertThat(choice.busiest()).isPresent();
  }

  @Test
  void aRunWithOneSetupOffersNoChoice() {
    assertThat(choices(Loads.row("churn", "", forks(1000, 1, 2)))).isEmpty();
  }

  private static Completed[] forks(double throughput, double first, double last) {
    Completed[] forks = new Completed[3];
    for (int i = 0; i < forks.length; i++)
      forks[i] = Loads.fork(throughput * (1 + 0.01 * (i - 1)), Loads.rising(40, first, last));
    // the geometric mean of 0.99, 1 and 1.01 is the same for every throughput
    return forks;
  }

  @SafeVarargs
  private static CollectorChoice only(List<TrialRecord>... rows) {
    List<CollectorChoice> choices = choices(rows);
    assertThat(choices).hasSize(1);
    return choices.get(0);
  }

  @SafeVarargs
  private static List<CollectorChoice> choices(List<TrialRecord>... rows) {
    return CollectorChoice.of(RunAnalyser.analyse(Trials.run(rows), List.of()).results());
  }
}
