package org.bindbench.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RobustScaleTest {
  /** The example of Rousseeuw and Hubert, "Robust statistics for outlier detection", 2011. */
  @Test
  void medianAndDeviationAreThoseOfThePublishedExample() {
    RobustScale scale = RobustScale.of(new double[] {6.27, 6.34, 6.25, 63.1, 6.28});
    assertThat(scale.median()).isEqualTo(6.28);
    assertThat(scale.deviation()).isCloseTo(0.044, within(0.0005));
    assertThat(Math.abs(scale.score(63.1))).isGreaterThan(1000);
    assertThat(Math.abs(scale.score(6.34))).isLessThan(1.5);
  }

  @Test
  void whereMostReadingsAreEqualTheMeanDeviationStandsIn() {
    RobustScale scale = RobustScale.of(new double[] {72, 72, 72, 72, 72, 72, 72, 72, 72, 82});
    assertThat(scale.deviation()).isCloseTo(1.2533, within(1e-9));
    assertThat(scale.score(82)).isGreaterThan(7);
    assertThat(scale.score(72)).isZero();
  }

  @Test
  void readingsThatAreAllEqualHaveNoScale() {
    RobustScale scale = RobustScale.of(new double[] {5, 5, 5});
    assertThat(scale.deviation()).isZero();
    assertThat(scale.score(5)).isZero();
  }

  @Test
  void anEvenNumberHasItsMedianInTheMiddle() {
    assertThat(RobustScale.of(new double[] {4, 1, 3, 2}).median()).isEqualTo(2.5);
  }
}
