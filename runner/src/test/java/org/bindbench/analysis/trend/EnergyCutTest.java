package org.bindbench.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyCutTest {
  /** Of Apache Otava: changes at 5 and 8. */
  private static final double[] OTAVA = {
    0.3, 2.4, 1.5, -0.9, -0.5, 99.7, 98.3, 99.1, 149.0, 149.7, 149.5, 149.1, 148.8, 150.0
  };

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8, 9, 21})
  void theStatisticIsThatOfTheDefinition(int length) {
    double[] series = new Random(3).doubles(length + 2).toArray();
    double[] statistics = new EnergyCut(series, 2, length + 2).statistics();
    for (int left = EnergyCut.FEWEST; left <= length - EnergyCut.FEWEST; left++)
      assertThat(statistics[left])
          .isCloseTo(defined(Arrays.copyOfRange(series, 2, length + 2), left), within(1e-4));
  }

  @Test
  void theLongestPieceHasRoomForItsLargestDistances() {
    double[] series = new double[EnergyCut.MOST];
    series[EnergyCut.MOST - 4] = 1;
    double[] statistics = new EnergyCut(series, 0, series.length).statistics();
    for (int left : new int[] {EnergyCut.FEWEST, 1000, EnergyCut.MOST - EnergyCut.FEWEST})
      assertThat(statistics[left]).isCloseTo(defined(series, left), within(1e-4));
  }

  @Test
  void otavasSequenceIsCutAtItsTwoChanges() {
    EnergyCut first = new EnergyCut(OTAVA, 0, OTAVA.length);
    assertThat(first.index()).isEqualTo(5);
    assertThat(new EnergyCut(OTAVA, 5, OTAVA.length).index()).isEqualTo(3);
    assertThat(first.pValue(0.01, new SplittableRandom(1))).isLessThanOrEqualTo(0.01);
  }

  /** Matteson and James, eq. 5 to 7: mn / (m + n) times the energy distance of the two parts. */
  private static double defined(double[] values, int n) {
    int m = values.length - n;
    double between = 0;
    double ofLeft = 0;
    double ofRight = 0;
    for (int i = 0; i < values.length; i++)
      for (int k = 0; k < i; k++) {
        double distance = Math.abs(values[i] - values[k]);
        if (i < n) ofLeft += distance;
        else if (k >= n) ofRight += distance;
        else between += distance;
      }
    double energy =
        2.0 / (m * n) * between - ofLeft / (n * (n - 1) / 2.0) - ofRight / (m * (m - 1) / 2.0);
    return m * (double) n / (m + n) * energy;
  }

  @Test
  void theBestCutIsAtTheStep() {
    double[] series = new double[30];
    for (int i = 0; i < series.length; i++) series[i] = (i < 12 ? 10 : 11) + 0.01 * (i % 3);
    EnergyCut cut = new EnergyCut(series, 0, 30);
    assertThat(cut.index()).isEqualTo(12);
    assertThat(cut.pValue(0.001, new SplittableRandom(1))).isEqualTo(0.001);
  }

  @Test
  void aScaleScalesTheStatisticAndAShiftLeavesIt() {
    double[] series = new Random(5).doubles(20).toArray();
    double[] other = Arrays.stream(series).map(value -> 7 - 3 * value).toArray();
    assertThat(new EnergyCut(other, 0, 20).statistic())
        .isCloseTo(3 * new EnergyCut(series, 0, 20).statistic(), within(1e-4));
    assertThat(new EnergyCut(other, 0, 20).index()).isEqualTo(new EnergyCut(series, 0, 20).index());
  }

  @Test
  void valuesThatRepeatExactlyHaveNoCut() {
    EnergyCut cut = new EnergyCut(new double[20], 0, 20);
    assertThat(cut.index()).isEqualTo(-1);
    assertThat(cut.pValue(0.01, new SplittableRandom(1))).isEqualTo(1);
  }

  @Test
  void ofNoiseEverySharePValuesIsAsLikelyAsAnyOther() {
    Random random = new Random(11);
    int below = 0;
    for (int i = 0; i < 1000; i++) {
      double[] noise = random.doubles(20).toArray();
      if (new EnergyCut(noise, 0, 20).pValue(0.05, new SplittableRandom(i)) <= 0.05) below++;
    }
    assertThat(below).isBetween(25, 80);
  }
}
