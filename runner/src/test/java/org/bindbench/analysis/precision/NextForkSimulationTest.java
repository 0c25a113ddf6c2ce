package org.bindbench.analysis.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bindbench.analysis.Seeds;
import org.bindbench.model.FurtherFork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What choosing forks by spread does to means and intervals: a headline of 5 forks and five rows of
 * 3, all lognormal with a deviation of 5 % about 1, share the time of 40 further forks.
 */
@Tag("simulation")
class NextForkSimulationTest {
  private static final int TRIALS = 2000;
  private static final int ROWS = 6;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void biasesNoMeanAndNarrowsNoIntervalMuch(long seed) {
    Random random = new Random(seed);
    int[] covered = new int[ROWS];
    double[] sum = new double[ROWS];
    double[] sumOfSquares = new double[ROWS];
    for (int trial = 0; trial < TRIALS; trial++) {
      List<List<Double>> rows = run(random);
      for (int row = 0; row < ROWS; row++) {
        double mean = rows.get(row).stream().mapToDouble(Math::log).average().orElseThrow();
        sum[row] += mean;
        sumOfSquares[row] += mean * mean;
        if (Math.abs(mean) <= Spread.of(0, rows.get(row)).halfWidth()) covered[row]++;
      }
    }
    for (int row = 0; row < 2; row++) {
      String what = row == 0 ? "headline" : "another row";
      double share = covered[row] / (double) TRIALS;
      Seeds.report(seed, "coverage under a time budget, " + what, share, TRIALS);
      assertThat(share).as("seed %d, %s", seed, what).isBetween(0.91, 0.965);
      assertThat(Math.abs(sum[row]))
          .as("bias, seed %d, %s", seed, what)
          .isLessThan(4 * Math.sqrt(sumOfSquares[row]));
    }
  }

  /** The forks of every row when the time is spent; row 0 is the headline. */
  private static List<List<Double>> run(Random random) {
    List<List<Double>> rows = new ArrayList<>();
    List<FurtherFork> offers = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      rows.add(new ArrayList<>());
      for (int fork = 0; fork < (row == 0 ? 5 : 3); fork++) draw(rows.get(row), random);
      offers.add(new FurtherFork(List.of("row " + row), 10));
    }
    for (double left = 400; ; left -= 10) {
      Map<String, Spread> spreads = new HashMap<>();
      for (int row = 0; row < ROWS; row++)
        spreads.put("row " + row, Spread.of(row == 0 ? 0 : 2, rows.get(row)));
      Optional<FurtherFork> next = NextFork.of(offers, spreads, left);
      if (next.isEmpty()) return rows;
      draw(rows.get(offers.indexOf(next.get())), random);
    }
  }

  private static void draw(List<Double> forks, Random random) {
    forks.add(Math.exp(0.05 * random.nextGaussian()));
  }
}
