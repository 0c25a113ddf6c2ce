package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.bindbench.analysis.Estimate;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** Survival of nine mice in days, Efron &amp; Tibshirani 1993, table 2.1: the control group. */
  private static final double[] CONTROL = {52, 104, 146, 10, 51, 30, 40, 27, 46};

  private static final double[] RATES = {101, 96, 99, 104, 98, 102, 97, 100, 95, 103};

  /**
   * The table gives a mean of 56.22 and a standard error of 14.14 with the divisor n − 1; the ideal
   * bootstrap has n, so 13.33. The interval on logarithms of e^(days) is that of the days, about
   * 1.96 of them each way and wider above, for the days are skewed.
   */
  @Test
  void theIntervalOfEfronsMiceHasItsStandardError() {
    Estimate mice = Bootstrap.of(exp(CONTROL, 0.01), 1993).orElseThrow();

    double below = 56.22 - 100 * Math.log(mice.low());
    double above = 100 * Math.log(mice.high()) - 56.22;
    assertThat(100 * Math.log(mice.value())).isCloseTo(56.22, within(0.005));
    assertThat((above + below) / 2).isCloseTo(1.96 * 13.33, within(1.0));
    assertThat(above).isGreaterThan(below);
  }

  /** Of 16 forks that are e or 1, half each, the mean logarithm is Binomial(16, 1/2) / 16. */
  @Test
  void twoLevelsGiveTheQuantilesOfTheBinomial() {
    double[] forks = new double[16];
    for (int i = 0; i < 16; i++) forks[i] = i < 8 ? Math.E : 1;

    Estimate estimate = Bootstrap.of(forks, 1).orElseThrow();

    assertThat(Math.log(estimate.low())).isCloseTo(4 / 16.0, within(1e-12));
    assertThat(Math.log(estimate.high())).isCloseTo(12 / 16.0, within(1e-12));
    assertThat(estimate.level()).isEqualTo(0.95);
  }

  @Test
  void theSameSeedGivesTheSameIntervalAndAnotherAnother() {
    assertThat(Bootstrap.of(RATES, 5)).isEqualTo(Bootstrap.of(RATES, 5));
    assertThat(Bootstrap.of(RATES, 5)).isNotEqualTo(Bootstrap.of(RATES, 6));
  }

  @Test
  void anotherUnitScalesIt() {
    Estimate once = Bootstrap.of(RATES, 5).orElseThrow();
    Estimate scaled =
        Bootstrap.of(Arrays.stream(RATES).map(rate -> 1000 * rate).toArray(), 5).orElseThrow();

    assertThat(scaled.value()).isCloseTo(1000 * once.value(), within(1e-6));
    assertThat(scaled.low()).isCloseTo(1000 * once.low(), within(1e-6));
    assertThat(scaled.high()).isCloseTo(1000 * once.high(), within(1e-6));
  }

  @Test
  void theRatioDrawsEachSideByItself() {
    double[] twice = Arrays.stream(RATES).map(rate -> 2 * rate).toArray();

    Estimate ratio = Bootstrap.ratio(twice, RATES, 3).orElseThrow();
    Estimate alone = Bootstrap.of(RATES, 3).orElseThrow();

    assertThat(ratio.value()).isCloseTo(2, within(1e-12));
    assertThat(ratio.low()).isBetween(1.9, 2.0);
    assertThat(ratio.high()).isBetween(2.0, 2.1);
    assertThat(Math.log(ratio.high() / ratio.low()))
        .isCloseTo(Math.sqrt(2) * Math.log(alone.high() / alone.low()), within(2e-3));
  }

  @Test
  void belowEightForksOrWithoutALogarithmThereIsNone() {
    double[] seven = Arrays.copyOf(RATES, 7);
    double[] zero = RATES.clone();
    zero[3] = 0;

    assertThat(Bootstrap.of(Arrays.copyOf(RATES, 8), 1)).isPresent();
    assertThat(Bootstrap.of(seven, 1)).isEmpty();
    assertThat(Bootstrap.of(zero, 1)).isEmpty();
    assertThat(Bootstrap.ratio(seven, RATES, 1)).isEmpty();
    assertThat(Bootstrap.ratio(RATES, zero, 1)).isEmpty();
  }

  private static double[] exp(double[] days, double scale) {
    return Arrays.stream(days).map(day -> Math.exp(scale * day)).toArray();
  }
}
