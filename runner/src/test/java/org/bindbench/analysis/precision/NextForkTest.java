package org.bindbench.analysis.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

  /** Normal logarithms, true value 0: what choosing by spread does to means and intervals. */
  @Test
  void choosingBySpreadBiasesNoMeanAndKeepsTheCoverageOfIntervals() {
    long seed = 20130620;
    Random random = new Random(seed);
    int runs = 600;
    int covered = 0;
    double sum = 0;
    double sumOfSquares = 0;
    for (int run = 0; run < runs; run++) {
      List<Double> forks = forksOfTheFirstRow(random);
      double mean = forks.stream().mapToDouble(Math::log).average().orElseThrow();
      sum += mean;
      sumOfSquares += mean * mean;
      if (Math.abs(mean) <= Spread.of(0, forks).halfWidth()) covered++;
    }
    double standardError = Math.sqrt(sumOfSquares) / runs;
    assertThat(Math.abs(sum / runs)).as("bias, seed %d", seed).isLessThan(4 * standardError);
    assertThat((double) covered / runs).as("coverage, seed %d", seed).isBetween(0.9, 0.97);
  }

  /** A headline of 5 forks at first and two rows of 3 share the time of 15 further forks. */
  private static List<Double> forksOfTheFirstRow(Random random) {
    List<List<Double>> rows = new ArrayList<>();
    List<FurtherFork> offers = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      rows.add(new ArrayList<>());
      for (int fork = 0; fork < (row == 0 ? 5 : 3); fork++) draw(rows.get(row), random);
      offers.add(new FurtherFork(List.of("row " + row), 10));
    }
    for (double left = 150; ; left -= 10) {
      Map<String, Spread> spreads = new HashMap<>();
      for (int row = 0; row < 3; row++)
        spreads.put("row " + row, Spread.of(row == 0 ? 0 : 2, rows.get(row)));
      Optional<FurtherFork> next = NextFork.of(offers, spreads, left);
      if (next.isEmpty()) return rows.get(0);
      draw(rows.get(offers.indexOf(next.get())), random);
    }
  }

  private static void draw(List<Double> forks, Random random) {
    forks.add(Math.exp(0.05 * random.nextGaussian()));
  }

  private static Optional<FurtherFork> next(Map<String, Spread> spreads, FurtherFork... offers) {
    return NextFork.of(List.of(offers), spreads, ENOUGH);
  }

  private static Spread spread(int rank, int forks, double logDeviation) {
    return new Spread(rank, forks, logDeviation);
  }
}
