package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a 95 % interval holds the truth where forks vary as a lognormal does. */
@Tag("simulation")
class CoverageSimulationTest {
  private static final int TRIALS = 5000;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void theIntervalOfTheHeadlineHoldsTheTruth(long seed) {
    Random random = new Random(seed);
    for (int forks : new int[] {3, 5, 8})
      for (double deviation : new double[] {0.022, 0.22}) {
        int covered = 0;
        for (int trial = 0; trial < TRIALS; trial++)
          if (holds(
              Summaries.summarise(Metrics.rate("calls"), drawn(random, forks, deviation))
                  .estimate()
                  .orElseThrow())) covered++;
        check(seed, forks + " forks, deviation " + deviation, covered, 0.93, 0.97);
      }
  }

  /** Welch's interval of few forks is too wide rather than too narrow. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void theIntervalOfARatioHoldsTheTruthWhereTheSidesVaryUnlike(long seed) {
    Random random = new Random(seed);
    for (int forks : new int[] {3, 5, 8}) {
      int covered = 0;
      for (int trial = 0; trial < TRIALS; trial++)
        if (holds(
            WelchRatio.of(drawn(random, forks, 0.05), drawn(random, forks, 0.1)).orElseThrow()))
          covered++;
      check(seed, "ratio, " + forks + " forks", covered, 0.93, forks == 3 ? 0.985 : 0.975);
    }
  }

  private static void check(long seed, String what, int covered, double least, double most) {
    double share = covered / (double) TRIALS;
    Seeds.report(seed, "coverage, " + what, share, TRIALS);
    assertThat(share).as("seed %d, %s", seed, what).isBetween(least, most);
  }

  private static boolean holds(Estimate estimate) {
    return estimate.low() <= 1 && 1 <= estimate.high();
  }

  private static List<Double> drawn(Random random, int forks, double deviation) {
    return IntStream.range(0, forks)
        .mapToObj(i -> Math.exp(deviation * random.nextGaussian()))
        .toList();
  }
}
