package org.bindbench.analysis.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.FurtherFork;
import org.junit.jupiter.api.Test;

class NextForkTest {
  private static final double ENOUGH = 1e6;

  private final FurtherFork a = new FurtherFork(List.of("a"), 10);
  private final FurtherFork b = new FurtherFork(List.of("b"), 10);
  private final FurtherFork dear = new FurtherFork(List.of("dear"), 40);

  @Test
  void goesToTheRowWhoseForksScatterMost() {
    assertThat(next(Map.of("a", spread(2, 5, 0.03), "b", spread(2, 5, 0.06)), a, b)).contains(b);
  }

  @Test
  void goesToTheRowWithFewerForksWhereTheyScatterAlike() {
    assertThat(next(Map.of("a", spread(2, 8, 0.06), "b", spread(2, 3, 0.06)), a, b)).contains(b);
  }

  @Test
  void weighsTheGainAgainstTheTimeItTakes() {
    Map<String, Spread> spreads = Map.of("a", spread(2, 5, 0.06), "dear", spread(2, 5, 0.12));
    assertThat(next(spreads, a, dear)).as("twice the gain, four times the time").contains(a);
  }

  @Test
  void narrowsHeadlinesFirstUntilTheyAreNarrowEnoughForAVerdict() {
    Spread noisy = spread(3, 3, 0.5);
    assertThat(next(Map.of("a", spread(0, 5, 0.05), "b", noisy), a, b)).contains(a);
    Spread reached = spread(0, 5, 0.039);
    assertThat(reached.halfWidth()).isLessThan(Math.log(1.05));
    assertThat(next(Map.of("a", reached, "b", noisy), a, b)).contains(b);
  }

  @Test
  void takesAnotherRowWhereThereIsNoTimeForTheHeadline() {
    Map<String, Spread> spreads = Map.of("dear", spread(0, 5, 0.5), "b", spread(3, 5, 0.05));
    assertThat(NextFork.of(List.of(dear, b), spreads, 39)).contains(b);
    assertThat(NextFork.of(List.of(dear, b), spreads, 40)).contains(dear);
    assertThat(NextFork.of(List.of(dear, b), spreads, 9)).isEmpty();
  }

  @Test
  void countsTheGainOfAllRowsThatTakeTurns() {
    FurtherFork turns = new FurtherFork(List.of("x", "y", "z"), 20);
    Map<String, Spread> spreads =
        Map.of(
            "a", spread(2, 5, 0.06),
            "x", spread(2, 5, 0.05),
            "y", spread(2, 5, 0.05),
            "z", spread(2, 5, 0.05));
    assertThat(next(spreads, a, turns)).contains(turns);
  }

  @Test
  void endsWhereEveryRowIsNarrowOrHasItsForks() {
    Map<String, Spread> spreads =
        Map.of("a", spread(0, 5, 0.007), "b", spread(0, NextFork.MOST_FORKS, 0.5));
    assertThat(next(spreads, a, b)).isEmpty();
  }

  @Test
  void leavesARowAloneOfWhichNothingIsKnown() {
    assertThat(next(Map.of(), a, b)).isEmpty();
  }

  @Test
  void takesTheFirstOfEquals() {
    Map<String, Spread> spreads = Map.of("a", spread(2, 5, 0.06), "b", spread(2, 5, 0.06));
    assertThat(next(spreads, b, a)).contains(b);
    assertThat(next(spreads, a, b)).contains(a);
  }

  private static Optional<FurtherFork> next(Map<String, Spread> spreads, FurtherFork... offers) {
    return NextFork.of(List.of(offers), spreads, ENOUGH);
  }

  private static Spread spread(int rank, int forks, double logDeviation) {
    return new Spread(rank, forks, logDeviation);
  }
}
