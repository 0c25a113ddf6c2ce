package org.bindbench.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.growth.TheilSen.Series;
import org.junit.jupiter.api.Test;

class TheilSenTest {
  /** The example of Sen, JASA 1968: slope 4, and [3.71, 4.38] at a level of 0.93. */
  private static final Series SEN =
      new Series(
          List.of(1.0, 2.0, 3.0, 4.0, 10.0, 12.0, 18.0),
          List.of(9.0, 15.0, 19.0, 20.0, 45.0, 55.0, 78.0));

  @Test
  void slopeAndIntervalAreThoseOfSensPaper() {
    Estimate estimate = TheilSen.estimate(List.of(SEN), 0.93).orElseThrow();
    assertThat(estimate.value()).isEqualTo(4.0);
    assertThat(estimate.low()).isCloseTo(3.71, within(0.005));
    assertThat(estimate.high()).isCloseTo(4.38, within(0.006));
    assertThat(TheilSen.slope(List.of(SEN))).contains(4.0);
  }

  @Test
  void shiftsOfASeriesChangeNothingAndScalesScale() {
    Estimate plain = TheilSen.estimate(List.of(SEN)).orElseThrow();
    Estimate moved = TheilSen.estimate(List.of(mapped(SEN, 2, 1000))).orElseThrow();
    assertThat(moved.value()).isCloseTo(2 * plain.value(), within(1e-9));
    assertThat(moved.low()).isCloseTo(2 * plain.low(), within(1e-9));
    assertThat(moved.high()).isCloseTo(2 * plain.high(), within(1e-9));
  }

  @Test
  void severalSeriesKeepTheirLevelsAndNarrowTheInterval() {
    Estimate one = TheilSen.estimate(List.of(SEN)).orElseThrow();
    Estimate three =
        TheilSen.estimate(List.of(SEN, mapped(SEN, 1, -900), mapped(SEN, 1, 5e6))).orElseThrow();
    assertThat(three.value()).isEqualTo(one.value());
    assertThat(three.high() - three.low()).isLessThan(one.high() - one.low());
  }

  @Test
  void anOutlierDoesNotMoveTheSlope() {
    List<Double> y = IntStream.range(0, 15).mapToObj(i -> i == 9 ? 1e9 : 5.0 * i).toList();
    Series series = new Series(IntStream.range(0, 15).mapToObj(i -> (double) i).toList(), y);
    Estimate estimate = TheilSen.estimate(List.of(series)).orElseThrow();
    assertThat(estimate.value()).isEqualTo(5.0);
    assertThat(estimate.low()).isEqualTo(5.0);
  }

  @Test
  void theIntervalHoldsTheTrueSlopeAsOftenAsItSays() {
    Random random = new Random(7);
    int covered = 0;
    for (int run = 0; run < 1000; run++) {
      List<Double> y = IntStream.range(0, 15).mapToObj(i -> i + random.nextGaussian()).toList();
      Series series = new Series(IntStream.range(0, 15).mapToObj(i -> (double) i).toList(), y);
      Estimate estimate = TheilSen.estimate(List.of(series)).orElseThrow();
      if (estimate.low() <= 1 && 1 <= estimate.high()) covered++;
    }
    assertThat(covered).isBetween(930, 980);
  }

  @Test
  void tooFewPointsHaveASlopeButNoInterval() {
    Series three = new Series(List.of(1.0, 2.0, 3.0), List.of(1.0, 2.0, 3.0));
    assertThat(TheilSen.slope(List.of(three))).contains(1.0);
    assertThat(TheilSen.estimate(List.of(three))).isEmpty();
    assertThat(TheilSen.slope(List.of(new Series(List.of(1.0), List.of(1.0))))).isEmpty();
    assertThat(TheilSen.estimate(List.of())).isEmpty();
  }

  @Test
  void valuesThatRepeatExactlyHaveNoWidth() {
    Series flat = new Series(SEN.x(), SEN.x().stream().map(x -> 5.0).toList());
    Estimate estimate = TheilSen.estimate(List.of(flat)).orElseThrow();
    assertThat(List.of(estimate.low(), estimate.value(), estimate.high())).containsOnly(0.0);
  }

  @Test
  void whatIsNoSeriesIsRefused() {
    assertThatThrownBy(() -> new Series(List.of(1.0, 1.0), List.of(1.0, 2.0)))
        .hasMessageContaining("x must rise");
    assertThatThrownBy(() -> new Series(List.of(1.0), List.of(Double.NaN)))
        .hasMessageContaining("y must be finite");
    assertThatThrownBy(() -> new Series(List.of(1.0), List.of()))
        .hasMessageContaining("1 values of x for 0 of y");
  }

  private static Series mapped(Series series, double factor, double shift) {
    return new Series(series.x(), series.y().stream().map(y -> factor * y + shift).toList());
  }
}
