package org.bindbench.analysis.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
  /** 1 − 0.05^(1/30): the exact one-sided bound where none of 30 had it. */
  @Test
  void noneOfThirtyIsAtMostAboutATenth() {
    assertThat(new Share(0, 30).upper()).isCloseTo(1 - Math.pow(0.05, 1.0 / 30), within(1e-9));
  }

  @Test
  void allOfThirtyIsAtLeastAboutNineTenths() {
    assertThat(new Share(30, 30).lower()).isCloseTo(Math.pow(0.05, 1.0 / 30), within(1e-9));
  }

  /** Binomial tails at the bounds are 5 % by definition: P(X ≥ 7 | p) and P(X ≤ 7 | p) of 10. */
  @Test
  void theBoundsLeaveFivePerCentInEachTail() {
    Share share = new Share(7, 10);
    assertThat(atLeast(7, share.lower())).isCloseTo(0.05, within(1e-6));
    assertThat(1 - atLeast(8, share.upper())).isCloseTo(0.05, within(1e-6));
  }

  private static double atLeast(int least, double p) {
    double sum = 0;
    for (int k = least; k <= 10; k++) sum += choose(k) * Math.pow(p, k) * Math.pow(1 - p, 10 - k);
    return sum;
  }

  private static double choose(int k) {
    double ways = 1;
    for (int i = 0; i < k; i++) ways = ways * (10 - i) / (i + 1);
    return ways;
  }

  @Test
  void nothingCountedBoundsNothing() {
    Share none = new Share(0, 0);
    assertThat(none.value()).isNaN();
    assertThat(none.lower()).isZero();
    assertThat(none.upper()).isEqualTo(1);
  }

  @Test
  void moreThanThereAreIsRefused() {
    assertThatThrownBy(() -> new Share(3, 2)).hasMessageContaining("0 to 2");
  }
}
