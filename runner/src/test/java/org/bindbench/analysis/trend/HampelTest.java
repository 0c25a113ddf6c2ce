package org.bindbench.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HampelTest {
  @Test
  void aSingleBadReadingBecomesTheMedianOfItsNeighbours() {
    double[] series = {10, 11, 10, 11, 10, 90, 10, 11, 10, 11, 10};
    double[] filtered = Hampel.filtered(series);
    assertThat(filtered[5]).isEqualTo(10);
    assertThat(series[5]).isEqualTo(90);
    filtered[5] = 90;
    assertThat(filtered).containsExactly(series);
  }

  @Test
  void aStepStays() {
    double[] series = EDivisiveTest.levels(List.of(20, 20), List.of(1.0, 2.0));
    assertThat(Hampel.filtered(series)).containsExactly(series);
  }
}
