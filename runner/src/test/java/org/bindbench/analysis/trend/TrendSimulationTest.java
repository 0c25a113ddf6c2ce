package org.bindbench.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.bindbench.analysis.Seeds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rule says of noise, and of changes that were planted in it. */
@Tag("simulation")
class TrendSimulationTest {
  private static final int SERIES = 200;
  private static final int RUNS = 100;

  /** Whatever the size of a change, so that only the probabilities speak. */
  private static final Detection ANY_SIZE = new Detection(50, 0.001, 0.01, 0);

  /**
   * Each of the 4 windows of 100 runs keeps a false point with a probability of 0.001 at most: 0.8
   * in 200 series, of which more than 6 are seen once in 100,000 times.
   */
  private static final int MOST_FALSE = 6;

  @Tag("fault-30")
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void noiseHasFewerFalsePointsThanTheStatedBound(long seed) {
    assertThat(EDivisive.windows(RUNS, ANY_SIZE.window())).isEqualTo(4);
    noise(seed, "normal, CV 3 %", random -> 0.03 * random.nextGaussian());
    noise(seed, "normal, CV 20 %", random -> 0.2 * random.nextGaussian());
    noise(seed, "heavy tails, t with 3 degrees", random -> 0.03 * student(random, 3));
    noise(
        seed,
        "two plateaus at random",
        random -> (random.nextInt(5) == 0 ? 0.1 : 0) + 0.02 * random.nextGaussian());
  }

  private static void noise(long seed, String what, ToDoubleFunction<Random> noise) {
    Random random = new Random(seed);
    TrendJudge judge = new TrendJudge(ANY_SIZE, TrendJudge.USUAL_SENSITIVITY);
    TrendJudge usual = new TrendJudge(Detection.USUAL, TrendJudge.USUAL_SENSITIVITY);
    int points = 0;
    int large = 0;
    int anomalies = 0;
    int drifts = 0;
    for (int i = 0; i < SERIES; i++) {
      double[] values = new double[RUNS];
      for (int k = 0; k < RUNS; k++) values[k] = 1e6 * Math.exp(noise.applyAsDouble(random));
      Trend trend = judge.judge(PastSample.rates(values));
      points += trend.changes().size();
      large += usual.judge(PastSample.rates(values)).changes().size();
      anomalies += trend.anomalies().size();
      if (trend.drift().filter(Drift::isSure).isPresent()) drifts++;
    }
    Seeds.report(seed, "false changes, " + what, points / (double) SERIES, SERIES);
    Seeds.report(seed, "of at least 5 %, " + what, large / (double) SERIES, SERIES);
    Seeds.report(
        seed, "runs that stand out, " + what, anomalies / (double) (SERIES * RUNS), SERIES * RUNS);
    Seeds.report(seed, "false drifts, " + what, drifts / (double) SERIES, SERIES);
    assertThat(points).as("seed %d, %s", seed, what).isLessThanOrEqualTo(MOST_FALSE);
    assertThat(large).as("seed %d, %s", seed, what).isLessThanOrEqualTo(points + 1);
    assertThat(drifts / (double) SERIES).as("seed %d, %s", seed, what).isLessThan(0.12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void normalNoiseStandsOutAsOftenAsIsSaid(long seed) {
    Random random = new Random(seed);
    TrendJudge judge = new TrendJudge(Detection.USUAL, 2);
    double found = 0;
    double expected = 0;
    for (int i = 0; i < SERIES; i++) {
      Trend trend =
          judge.judge(PastSample.rates(PastSample.noise(random.nextLong(), RUNS, 1, 0.03)));
      found += trend.anomalies().size();
      expected += trend.expectedAnomalies();
    }
    Seeds.report(seed, "runs that stand out, of those expected", found / expected, SERIES);
    assertThat(found / expected).isBetween(0.85, 1.35);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void aPlantedChangeIsFoundNearItsPlace(long seed) {
    assertThat(found(seed, 0.10, 0.03, 40)).isGreaterThan(0.97);
    assertThat(found(seed, 0.20, 0.05, 8)).isGreaterThan(0.9);
    found(seed, 0.06, 0.05, 40);
  }

  /** Share of series in which the change, and nothing else, is found within 2 runs of its place. */
  private static double found(long seed, double change, double cv, int runsAfter) {
    Random random = new Random(seed);
    TrendJudge judge = new TrendJudge(Detection.USUAL, 2);
    int found = 0;
    int at = 60;
    for (int i = 0; i < SERIES; i++) {
      double[] values = PastSample.noise(random.nextLong(), at + runsAfter, 1, cv);
      for (int k = at; k < values.length; k++) values[k] *= 1 - change;
      Trend trend = judge.judge(PastSample.rates(values));
      boolean only = trend.changes().size() == 1;
      if (only && Math.abs(trend.changes().get(0).index() - at) <= 2) found++;
    }
    double share = found / (double) SERIES;
    Seeds.report(
        seed,
        "-%.0f %% at CV %.0f %%, %d runs after it".formatted(100 * change, 100 * cv, runsAfter),
        share,
        SERIES);
    return share;
  }

  /** Runs that follow one another alike, as on a machine with moods, are no exchangeable noise. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void moodsOfTheMachineAreTakenForChangesMoreOften(long seed) {
    Random random = new Random(seed);
    TrendJudge judge = new TrendJudge(ANY_SIZE, 2);
    int points = 0;
    for (int i = 0; i < SERIES; i++) {
      double[] values = new double[RUNS];
      double mood = 0;
      for (int k = 0; k < RUNS; k++) {
        mood = 0.5 * mood + 0.03 * random.nextGaussian();
        values[k] = Math.exp(mood);
      }
      points += judge.judge(PastSample.rates(values)).changes().size();
    }
    Seeds.report(
        seed,
        "false changes where each run is half like the last",
        points / (double) SERIES,
        SERIES);
    assertThat(points).isGreaterThan(MOST_FALSE);
  }

  private static double student(Random random, int degrees) {
    double sum = 0;
    for (int i = 0; i < degrees; i++) {
      double each = random.nextGaussian();
      sum += each * each;
    }
    return random.nextGaussian() / Math.sqrt(sum / degrees);
  }
}
