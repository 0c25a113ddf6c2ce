package org.bindbench.analysis.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeltTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void plantedChangesOfTheMeanAreFoundWhereTheyAre(long seed) {
    double[] series =
        Series.of(seed).noise(0.05).level(80, 2.0).level(60, 1.0).level(100, 1.4).toArray();

    int[] changes = Pelt.changes(series, 10);

    assertThat(changes).hasSize(2);
    assertThat(changes[0]).isBetween(78, 82);
    assertThat(changes[1]).isBetween(138, 142);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aChangeOfTheVarianceAloneIsFound(long seed) {
    double[] series =
        Series.of(seed).noise(0.01).level(150, 1.0).noise(0.1).level(150, 1.0).toArray();

    int[] changes = Pelt.changes(series, 10);

    assertThat(changes).hasSize(1);
    assertThat(changes[0]).isBetween(140, 160);
  }

  @ParameterizedTest(name = "noise {0}")
  @ValueSource(doubles = {0.02, 0.05, 0.1})
  void noiseAloneChangesInAtMostOneSeriesOf200(double noise) {
    int alarms = 0;
    for (long seed = 0; seed < 200; seed++)
      if (Pelt.changes(Series.of(seed).noise(noise).level(300, 1).toArray(), 10).length > 0)
        alarms++;
    assertThat(alarms).as("false alarms over seeds 0 to 199").isLessThanOrEqualTo(1);
  }

  /** Pruning must not lose the optimum, which plain dynamic programming finds in cubic time. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void pruningFindsTheSameOptimumAsTryingEverything(long seed) {
    Random random = new Random(seed);
    double[] series = new double[120];
    double level = 1;
    for (int i = 0; i < series.length; i++) {
      if (random.nextInt(15) == 0) level = 0.5 + random.nextDouble();
      series[i] = level * Math.exp(0.2 * random.nextGaussian());
    }
    for (int shortest : new int[] {2, 3, 7}) {
      for (double penalty : new double[] {2, 6, 20}) {
        int[] changes = Pelt.changes(series, shortest, penalty);
        assertThat(changes)
            .as("shortest %d, penalty %s", shortest, penalty)
            .containsExactly(optimum(series, shortest, penalty));
      }
    }
  }

  @Test
  void aConstantSeriesDoesNotChange() {
    double[] constant = new double[500];
    Arrays.fill(constant, 42);

    assertThat(Pelt.changes(constant, 10)).isEmpty();
    assertThat(Pelt.changes(new double[500], 10)).isEmpty();
  }

  @Test
  void aStepBetweenConstantStretchesIsFoundExactly() {
    double[] step = new double[400];
    Arrays.fill(step, 0, 137, 3);
    Arrays.fill(step, 137, 400, 2);

    assertThat(Pelt.changes(step, 10)).containsExactly(137);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void equalReadingsInsideANoisySeriesMakeNoSegmentsOfTheirOwn(long seed) {
    double[] series = Series.of(seed).noise(0.0005).level(400, 1).toArray();
    Arrays.fill(series, 100, 115, 1);
    Arrays.fill(series, 300, 330, 1);

    assertThat(Pelt.changes(series, 10)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anotherUnitDoesNotMoveTheChanges(long seed) {
    double[] series = Series.of(seed).noise(0.05).level(80, 2).level(120, 1).toArray();
    double[] inSeconds = Arrays.stream(series).map(value -> value * 1e-9).toArray();

    assertThat(Pelt.changes(inSeconds, 10)).isEqualTo(Pelt.changes(series, 10));
  }

  @Test
  void noSegmentIsShorterThanAsked() {
    double[] series =
        Series.of(7).noise(0.02).level(50, 1).level(4, 9).level(60, 1).level(30, 3).toArray();

    int[] changes = Pelt.changes(series, 10);

    assertThat(changes).isNotEmpty();
    int from = 0;
    for (int change : changes) {
      assertThat(change - from).isGreaterThanOrEqualTo(10);
      from = change;
    }
    assertThat(series.length - from).isGreaterThanOrEqualTo(10);
  }

  @Test
  void aSeriesTooShortForTwoSegmentsHasOne() {
    assertThat(Pelt.changes(new double[] {1, 1, 9, 9}, 3)).isEmpty();
    assertThat(Pelt.changes(new double[0], 3)).isEmpty();
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Pelt.changes(new double[] {1, Double.NaN}, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pelt.changes(new double[] {1, 2}, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Every last change is tried for every end, with the variance computed from its definition. */
  private static int[] optimum(double[] series, int shortest, double penalty) {
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    double median = (sorted[(series.length - 1) / 2] + sorted[series.length / 2]) / 2;
    double floor = Math.pow(median / 1000, 2);
    double[] best = new double[series.length + 1];
    int[] previous = new int[series.length + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = -penalty;
    for (int end = shortest; end <= series.length; end++)
      for (int from = 0; from <= end - shortest; from++) {
        double[] part = Arrays.copyOfRange(series, from, end);
        double mean = Arrays.stream(part).average().orElseThrow();
        double spread = Arrays.stream(part).map(v -> (v - mean) * (v - mean)).sum() / part.length;
        double variance = Math.max(floor, spread);
        double cost = part.length * (Math.log(variance / floor) + spread / variance);
        if (best[from] + cost + penalty < best[end]) {
          best[end] = best[from] + cost + penalty;
          previous[end] = from;
        }
      }
    Deque<Integer> changes = new ArrayDeque<>();
    for (int at = previous[series.length]; at > 0; at = previous[at]) changes.push(at);
    return changes.stream().mapToInt(Integer::intValue).toArray();
  }
}
