package org.bindbench.analysis.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.BiFunction;
import org.bindbench.analysis.Seeds;
import org.bindbench.analysis.Steadiness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Series of 300 readings with a noise of 3 %, whose class is planted; the last 200 are measured.
 */
@Tag("simulation")
class SteadySimulationTest {
  private static final int SERIES = 60;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void oneLevelIsFlat(long seed) {
    assertAlmostAll(seed, Steadiness.FLAT, (random, series) -> series.level(300, level(random)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void aSlowerBeginningIsAWarmUp(long seed) {
    assertAlmostAll(
        seed,
        Steadiness.WARM_UP,
        (random, series) -> {
          int change = between(random, 15, 90);
          double last = level(random);
          return series.level(change, last * step(random)).level(300 - change, last);
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void aFasterBeginningIsASlowdown(long seed) {
    assertAlmostAll(
        seed,
        Steadiness.SLOWDOWN,
        (random, series) -> {
          int change = between(random, 15, 90);
          double first = level(random);
          return series.level(change, first).level(300 - change, first * step(random));
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void aChangeAmongTheMeasuredReadingsIsNoSteadyState(long seed) {
    assertAlmostAll(
        seed,
        Steadiness.NO_STEADY_STATE,
        (random, series) -> {
          int change = between(random, 110, 285);
          double first = level(random);
          double factor = random.nextBoolean() ? step(random) : 1 / step(random);
          return series.level(change, first).level(300 - change, first * factor);
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void aDriftIsNoSteadyState(long seed) {
    assertAlmostAll(
        seed,
        Steadiness.NO_STEADY_STATE,
        (random, series) -> {
          double first = level(random);
          return series.slope(300, first, first * 1.2 * step(random));
        });
  }

  private static double level(Random random) {
    return 10 + 90 * random.nextDouble();
  }

  /** From a seventh up to three times as much. */
  private static double step(Random random) {
    return 1.15 + 1.85 * random.nextDouble();
  }

  private static int between(Random random, int from, int to) {
    return from + random.nextInt(to - from);
  }

  /** At least 55 of 60. */
  private static void assertAlmostAll(
      long seed, Steadiness expected, BiFunction<Random, Series, Series> plant) {
    Random random = new Random(seed);
    int right = 0;
    for (int i = 0; i < SERIES; i++) {
      Series series = plant.apply(random, Series.of(random.nextLong()).noise(0.03));
      if (SteadyState.classify(series.toArray(), 100) == expected) right++;
    }
    Seeds.report(seed, "classified as planted, " + expected, right / (double) SERIES, SERIES);
    assertThat(right).as("seed %d", seed).isGreaterThanOrEqualTo(55);
  }
}
