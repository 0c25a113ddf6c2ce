package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {
  /** Permeability constants of the human chorioamnion, Hollander &amp; Wolfe 1973, page 69. */
  private static final double[] AT_TERM = {
    0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46
  };

  private static final double[] EARLIER = {1.15, 0.88, 0.90, 0.74, 1.21};

  /**
   * R 4 prints W = 35 and a one-sided p of 0.1272 for {@code wilcox.test(x, y, alternative = "g")},
   * an example of its help; twice that is the two-sided p.
   */
  @Test
  void theExampleOfHollanderAndWolfeIsExact() {
    MannWhitney test = MannWhitney.of(AT_TERM, EARLIER);

    assertThat(test.u()).isEqualTo(35);
    assertThat(test.isExact()).isTrue();
    assertThat(test.pValue() / 2).isCloseTo(0.1272, within(5e-5));
  }

  @Test
  void theOtherOrderHasTheOtherPairsAndTheSameP() {
    MannWhitney back = MannWhitney.of(EARLIER, AT_TERM);

    assertThat(back.u()).isEqualTo(50 - 35);
    assertThat(back.pValue()).isCloseTo(MannWhitney.of(AT_TERM, EARLIER).pValue(), within(1e-12));
  }

  @Test
  void onlyRanksCount() {
    double[] stretched = Arrays.stream(AT_TERM).map(Math::exp).toArray();
    double[] others = Arrays.stream(EARLIER).map(Math::exp).toArray();

    assertThat(MannWhitney.of(stretched, others)).isEqualTo(MannWhitney.of(AT_TERM, EARLIER));
  }

  @Test
  void threeAgainstThreeCannotBeMoreCertainThanOneInTen() {
    MannWhitney test = MannWhitney.of(new double[] {4, 5, 6}, new double[] {1, 2, 3});

    assertThat(test.u()).isEqualTo(9);
    assertThat(test.pValue()).isCloseTo(2 / 20.0, within(1e-12));
  }

  @Test
  void equalValuesCountHalfAndMakeItAnApproximation() {
    MannWhitney test = MannWhitney.of(new double[] {2, 3, 4}, new double[] {1, 2, 3});

    assertThat(test.u()).isEqualTo(7);
    assertThat(test.isExact()).isFalse();
    assertThat(test.pValue()).isBetween(0.1, 1.0);
  }
}
