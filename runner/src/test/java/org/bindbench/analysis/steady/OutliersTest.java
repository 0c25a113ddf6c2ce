package org.bindbench.analysis.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutliersTest {
  @Test
  void aBurstShorterThanALevelIsDroppedAndALevelIsKept() {
    double[] burst = Series.of(1).level(150, 50).level(9, 90).level(141, 50).toArray();
    double[] level = Series.of(1).level(150, 50).level(10, 90).level(140, 50).toArray();

    assertThat(dropped(burst)).isEqualTo(IntStream.range(150, 159).toArray());
    assertThat(dropped(level)).isEmpty();
  }

  @Test
  void aLevelAtEitherEndIsKept() {
    assertThat(dropped(Series.of(1).level(10, 90).level(200, 50).toArray())).isEmpty();
    assertThat(dropped(Series.of(1).level(200, 50).level(10, 90).toArray())).isEmpty();
    assertThat(dropped(Series.of(1).level(200, 50).level(9, 90).toArray())).hasSize(9);
  }

  @Test
  void aReadingOnTheWindowsOwnLevelIsKeptWhereverItStands() {
    double[] series =
        Series.of(1)
            .level(150, 50)
            .level(10, 90)
            .level(1, 50)
            .level(10, 90)
            .level(30, 50)
            .toArray();

    assertThat(dropped(series)).isEmpty();
  }

  @Test
  void ticksOfAClockAreNoOutliers() {
    double[] series = Series.of(1).level(100, 50).level(1, 50.1).level(100, 50).toArray();

    assertThat(dropped(series)).isEmpty();
  }

  private static int[] dropped(double[] series) {
    boolean[] outliers = Outliers.in(series, 10);
    return IntStream.range(0, series.length).filter(i -> outliers[i]).toArray();
  }
}
