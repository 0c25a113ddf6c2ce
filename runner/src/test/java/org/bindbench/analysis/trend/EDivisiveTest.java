package org.bindbench.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The examples with few readings have levels that so few readings can reach at all. */
class EDivisiveTest {
  /** Fleming et al. publish it with Hunter: both series have one change. */
  private static final double[] HUNTER_1 = {
    1.02, 0.95, 0.99, 1.00, 1.12, 0.90, 0.50, 0.51, 0.48, 0.48, 0.55
  };

  private static final double[] HUNTER_2 = {
    2.02, 2.03, 2.01, 2.04, 1.82, 1.85, 1.79, 1.81, 1.80, 1.76, 1.78
  };

  @Test
  void huntersFirstSeriesChangesAtTheSeventhReading() {
    assertThat(places(HUNTER_1, new Detection(50, 0.05, 0.1, 0.05))).containsExactly(6);
  }

  @Test
  void huntersSecondSeriesChangesAtTheFifthReading() {
    assertThat(places(HUNTER_2, new Detection(50, 0.05, 0.1, 0.05))).containsExactly(4);
  }

  @Test
  void aLeastMagnitudeLeavesSmallChangesOut() {
    assertThat(places(HUNTER_2, new Detection(50, 0.05, 0.1, 0.2))).isEmpty();
    assertThat(places(HUNTER_1, new Detection(50, 0.05, 0.1, 0.2))).containsExactly(6);
  }

  @Test
  void otavasFourLevelsAreFound() {
    double[] series = levels(List.of(5, 8, 8, 9), List.of(1.0, 5.0, 9.0, 3.0));
    assertThat(places(series, new Detection(50, 0.05, 0.1, 0))).containsExactly(5, 13, 21);
  }

  @Test
  void changesAcrossManyWindowsAreFoundWhereTheyAre() {
    double[] series = levels(List.of(90, 140, 70), List.of(100.0, 110.0, 97.0));
    Random random = new Random(4);
    for (int i = 0; i < series.length; i++) series[i] *= 1 + 0.01 * random.nextGaussian();
    assertThat(places(series, Detection.USUAL)).containsExactly(90, 230);
  }

  @Test
  void aLevelThatComesAndGoesHasABeginAndAnEnd() {
    double[] series = levels(List.of(40, 10, 40), List.of(50.0, 60.0, 50.0));
    Random random = new Random(9);
    for (int i = 0; i < series.length; i++) series[i] *= 1 + 0.01 * random.nextGaussian();
    assertThat(places(series, Detection.USUAL)).containsExactly(40, 50);
  }

  @Test
  void aStepIsFoundFourRunsAfterIt() {
    double[] series = levels(List.of(36, 4), List.of(50.0, 60.0));
    Random random = new Random(2);
    for (int i = 0; i < series.length; i++) series[i] *= 1 + 0.005 * random.nextGaussian();
    assertThat(places(series, Detection.USUAL)).containsExactly(36);
  }

  @Test
  void theSameReadingsAlwaysHaveTheSameChanges() {
    double[] noise = new Random(1).doubles(300).map(value -> 1 + value).toArray();
    assertThat(cuts(noise, Detection.USUAL)).isEqualTo(cuts(noise, Detection.USUAL));
  }

  @Test
  void nothingIsFoundInValuesThatRepeatExactly() {
    assertThat(places(new double[100], Detection.USUAL)).isEmpty();
    assertThat(places(new double[2], Detection.USUAL)).isEmpty();
  }

  @Test
  void windowsOverlapByHalf() {
    assertThat(EDivisive.windows(100, 50)).isEqualTo(4);
    assertThat(EDivisive.windows(14, 50)).isEqualTo(1);
    assertThat(EDivisive.windows(5, 50)).isZero();
  }

  @Test
  void aRuleThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> new Detection(5, 0.001, 0.01, 0))
        .hasMessageContaining("window must be from 6 to 1000");
    assertThatThrownBy(() -> new Detection(50, 0.1, 0.01, 0))
        .hasMessageContaining("levels must rise");
  }

  private static List<Integer> places(double[] series, Detection rule) {
    return cuts(series, rule).stream().map(EDivisive.Cut::index).toList();
  }

  private static List<EDivisive.Cut> cuts(double[] series, Detection rule) {
    EDivisive.Size size =
        (before, after) -> Math.abs(after - before) / Math.max(Math.abs(before), Math.abs(after));
    return new EDivisive(series, series, size, rule, 1).cuts();
  }

  static double[] levels(List<Integer> lengths, List<Double> heights) {
    return IntStream.range(0, lengths.size())
        .mapToObj(
            i -> {
              double[] level = new double[lengths.get(i)];
              Arrays.fill(level, heights.get(i));
              return level;
            })
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
