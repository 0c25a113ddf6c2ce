package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WelchRatioTest {
  private static final List<Double> FIRST_DRUG =
      exp(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
  private static final List<Double> SECOND_DRUG =
      exp(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

  /**
   * Student's sleep data again, unpaired. R 4 prints for {@code t.test(extra ~ group, data =
   * sleep)}: t = −1.8608, df = 17.776, interval −3.3654832 to 0.2054832, means 0.75 and 2.33.
   */
  @Test
  void theIntervalOnLogarithmsIsWelchsOfStudentsSleepData() {
    Estimate ratio = WelchRatio.of(FIRST_DRUG, SECOND_DRUG).orElseThrow();

    assertThat(Math.log(ratio.value())).isCloseTo(0.75 - 2.33, within(1e-12));
    assertThat(Math.log(ratio.low())).isCloseTo(-3.3654832, within(5e-7));
    assertThat(Math.log(ratio.high())).isCloseTo(0.2054832, within(5e-7));
  }

  @Test
  void theTestOfTheRatioIsWelchsToo() {
    WelchRatio.Tested tested = WelchRatio.test(FIRST_DRUG, SECOND_DRUG).orElseThrow();

    assertThat(tested.pValue()).isCloseTo(0.07939, within(5e-6));
    assertThat(tested.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
    assertThat(tested.ratio()).isEqualTo(WelchRatio.of(FIRST_DRUG, SECOND_DRUG).orElseThrow());
  }

  @Test
  void whereBothSidesRepeatNothingIsTested() {
    List<Double> three = List.of(72.0, 72.0, 72.0);

    assertThat(WelchRatio.test(three, three).orElseThrow().pValue()).isEqualTo(1);
    assertThat(WelchRatio.test(three, List.of(64.0, 64.0, 64.0)).orElseThrow().pValue()).isZero();
    assertThat(WelchRatio.test(three, three).orElseThrow().degreesOfFreedom()).isNaN();
  }

  @Test
  void theRatioTheOtherWayRoundIsTheReciprocal() {
    Estimate there = WelchRatio.of(FIRST_DRUG, SECOND_DRUG).orElseThrow();
    Estimate back = WelchRatio.of(SECOND_DRUG, FIRST_DRUG).orElseThrow();

    assertThat(back.value()).isCloseTo(1 / there.value(), within(1e-9));
    assertThat(back.low()).isCloseTo(1 / there.high(), within(1e-9));
    assertThat(back.high()).isCloseTo(1 / there.low(), within(1e-9));
  }

  @Test
  void oneConstantSideLeavesTheOtherSidesInterval() {
    List<Double> other = List.of(90.0, 100.0, 111.0);
    Estimate alone =
        Summaries.summarise(org.bindbench.model.metric.Metrics.RETAINED_BYTES, other)
            .estimate()
            .orElseThrow();

    Estimate ratio = WelchRatio.of(other, List.of(50.0, 50.0, 50.0)).orElseThrow();

    assertThat(ratio.low()).isCloseTo(alone.low() / 50, within(1e-9));
    assertThat(ratio.high()).isCloseTo(alone.high() / 50, within(1e-9));
  }

  @Test
  void twoExactSidesHaveAnExactRatio() {
    assertThat(WelchRatio.of(List.of(72.0, 72.0, 72.0), List.of(64.0, 64.0, 64.0)))
        .contains(new Estimate(1.125, 1.125, 1.125, 0.95));
  }

  @Test
  void thereIsNoIntervalBelowThreeForksOrWithoutALogarithm() {
    List<Double> three = List.of(1.0, 2.0, 3.0);

    assertThat(WelchRatio.of(List.of(1.0, 2.0), three)).isEmpty();
    assertThat(WelchRatio.of(three, List.of(1.0))).isEmpty();
    assertThat(WelchRatio.of(three, List.of(1.0, 0.0, 2.0))).isEmpty();
    assertThat(WelchRatio.of(List.of(1.0, -1.0, 2.0), three)).isEmpty();
    assertThat(WelchRatio.of(three, three)).isPresent();
  }

  private static List<Double> exp(double... logs) {
    return java.util.Arrays.stream(logs).map(Math::exp).boxed().toList();
  }
}
