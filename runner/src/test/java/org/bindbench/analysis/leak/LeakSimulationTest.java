package org.bindbench.analysis.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import org.bindbench.analysis.Seeds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often the rule is right on series whose right answer is known. */
@Tag("simulation")
class LeakSimulationTest {
  private static final int TRIALS = 1000;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void findsLeaksOfAThousandthOfTheLiveSet(long seed) {
    double found =
        leaks(seed, "leak, 30 cycles", r -> PlantedCycles.leak(30, 0.001 * PlantedCycles.LIVE, r));
    assertThat(found).isGreaterThanOrEqualTo(0.98);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void callsNoHealthySeriesALeak(long seed) {
    assertThat(leaks(seed, "flat, 30 cycles", r -> PlantedCycles.flat(30, r))).isZero();
    assertThat(leaks(seed, "steps, 30 cycles", r -> PlantedCycles.steps(30, r))).isZero();
    assertThat(leaks(seed, "sawtooth, 30 cycles", r -> PlantedCycles.sawtooth(30, r))).isZero();
    assertThat(leaks(seed, "cache, 60 cycles", r -> PlantedCycles.cache(60, r))).isLessThan(0.05);
  }

  /** A growth of the size that flat cycles name is found in about the share that they promise. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void whatCouldHaveBeenSeenIsSeen(long seed) {
    Random random = new Random(seed);
    double named = 0;
    for (int trial = 0; trial < TRIALS; trial++)
      named +=
          LeakRule.judge(PlantedCycles.flat(30, random), PlantedCycles.flat(30, random))
                  .figures()
                  .orElseThrow()
                  .detectable()
              / TRIALS;
    double perCycle = named;
    double found =
        leaks(seed, "growth that could be seen", r -> PlantedCycles.leak(30, perCycle, r));
    assertThat(found).isBetween(0.7, 0.95);
  }

  private static double leaks(long seed, String what, Function<Random, Cycles> series) {
    Random random = new Random(seed);
    int leaks = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      Cycles cycles = series.apply(random);
      Cycles control = PlantedCycles.flat(cycles.count(), random);
      if (LeakRule.judge(cycles, control) instanceof LeakFinding.Leak) leaks++;
    }
    double share = leaks / (double) TRIALS;
    Seeds.report(seed, "called a leak: " + what, share, TRIALS);
    return share;
  }
}
