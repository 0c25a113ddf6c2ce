package org.bindbench.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import org.bindbench.analysis.WelchRatio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectableChangeTest {
  /**
   * Cohen, "Statistical Power Analysis for the Behavioral Sciences", 1988, table 2.4.1: at
   * two-sided 0.05 a power of 0.80 needs 26 each for a difference of 0.8 deviations, 64 for 0.5,
   * 393 for 0.2.
   */
  @ParameterizedTest
  @CsvSource({"26, 0.8", "64, 0.5", "393, 0.2"})
  void withManyForksItIsThatOfCohensTable(int forks, double difference) {
    assertThat(Math.log1p(DetectableChange.of(0.05, forks, forks)) / 0.05)
        .isCloseTo(difference, withinPercentage(1.1));
  }

  /**
   * Over 586 JMH benchmarks (Traini et al. 2022) the median detectable change was 11.6, 8.3 and 7.2
   * % at 5, 8 and 10 forks, by re-sampling: one deviation explains all three.
   */
  @ParameterizedTest
  @CsvSource({"5, 0.116", "8, 0.083", "10, 0.072"})
  void theMediansOfRealBenchmarksBelongToOneDeviation(int forks, double expected) {
    assertThat(DetectableChange.of(0.0523, forks, forks)).isCloseTo(expected, within(0.002));
  }

  @ParameterizedTest
  @CsvSource({"3, 3, 0.02", "5, 5, 0.05", "8, 8, 0.1", "5, 12, 0.03"})
  void aChangeOfThatSizeIsFoundFourTimesInFive(int base, int head, double deviation) {
    Random random = new Random(20260105);
    double size = 1 + DetectableChange.of(deviation, base, head);
    int found = 0;
    for (int run = 0; run < 4000; run++) {
      List<Double> before = Planted.drawn(random, base, deviation, 1);
      List<Double> after = Planted.drawn(random, head, deviation, size);
      if (WelchRatio.test(after, before).orElseThrow().pValue() < 0.05) found++;
    }
    assertThat(found / 4000.0).as("seed 20260105").isBetween(0.775, 0.825);
  }

  @Test
  void itGrowsWithTheDeviationAndShrinksWithForks() {
    assertThat(DetectableChange.of(0.04, 5, 5)).isGreaterThan(DetectableChange.of(0.02, 5, 5));
    assertThat(DetectableChange.of(0.02, 8, 8)).isLessThan(DetectableChange.of(0.02, 5, 5));
    assertThat(DetectableChange.of(0.02, 5, 8)).isEqualTo(DetectableChange.of(0.02, 8, 5));
    assertThat(DetectableChange.of(0, 5, 5)).isZero();
  }

  @Test
  void withTooFewForksOrNoDeviationItIsUnknown() {
    assertThat(DetectableChange.of(0.02, 2, 8)).isNaN();
    assertThat(DetectableChange.of(0.02, 8, 2)).isNaN();
    assertThat(DetectableChange.of(Double.NaN, 8, 8)).isNaN();
    assertThat(DetectableChange.of(-0.1, 8, 8)).isNaN();
    assertThat(DetectableChange.of(0.02, 3, 3)).isPositive();
  }

  @Test
  void ofTheRuleItIsNeverBelowTheGate() {
    Sides quiet = Planted.sides(100, 100, 0.001);
    Sides noisy = Planted.sides(100, 100, 0.2);

    assertThat(DetectableChange.of(quiet, Gates.TIME)).isBetween(0.05, 0.051);
    assertThat(DetectableChange.of(Planted.constant(64, 64), Gates.MEMORY))
        .isCloseTo(0.05, within(1e-12));
    assertThat(DetectableChange.of(noisy, Gates.TIME))
        .isCloseTo(DetectableChange.of(deviation(0.2), 8, 8), within(1e-9));
    assertThat(DetectableChange.of(new Sides(List.of(1.0, 2.0, 3.0), List.of(1.0)), Gates.TIME))
        .isNaN();
    assertThat(
            DetectableChange.of(
                new Sides(List.of(1.0, 2.0, 3.0), List.of(1.0, 0.0, 2.0)), Gates.TIME))
        .isNaN();
  }

  /** 0.8416 is the 80 % quantile of the normal distribution; here it decides, not the test. */
  @Test
  void whereForksVaryLittleTheGateIsExceededFourTimesInFive() {
    Sides quiet = new Sides(Planted.forks(100, 0.01), Planted.forks(100, 0.01).subList(1, 7));
    double squares = 1e-4 * (2 * (2.25 + 0.81 + 0.25 + 0.04) + 2 * (0.81 + 0.25 + 0.04));
    double error = Math.sqrt(squares / 12) * Math.sqrt(1 / 8.0 + 1 / 6.0);

    assertThat(Math.log1p(DetectableChange.of(quiet, Gates.TIME)))
        .isCloseTo(Math.log(1.05) + 0.8416 * error, within(1e-6));
  }

  /** Sample deviation of the logarithms of {@link Planted#forks}. */
  private static double deviation(double spread) {
    return spread * Math.sqrt(2 * (2.25 + 0.81 + 0.25 + 0.04) / 7);
  }

  @Test
  void whatIsBelowTheFloorCannotBeFoundHoweverQuietTheForksAre() {
    Gate gate = Gates.MEMORY;
    assertThat(DetectableChange.of(Planted.constant(32, 32), withFloor(gate)))
        .isEqualTo(4 / 32.0, within(1e-9));
    assertThat(DetectableChange.of(Planted.constant(1000, 1000), withFloor(gate)))
        .isEqualTo(gate.least(), within(1e-9));
  }

  private static Gate withFloor(Gate gate) {
    return new Gate(gate.least(), gate.minor(), gate.major(), gate.critical(), 4);
  }
}
