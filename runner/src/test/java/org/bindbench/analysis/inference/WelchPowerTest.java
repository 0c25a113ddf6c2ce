package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelchPowerTest {
  /**
   * R 4, the first example of {@code help(power.t.test)}, is Student's: n = 20, power 0.8689528.
   */
  @Test
  void withTwentyEachItIsNearlyStudents() {
    assertThat(WelchPower.of(20, 20, 0.05).power(Math.sqrt(10)))
        .isBetween(0.8689528 - 0.003, 0.8689528);
  }

  /** Four million simulated comparisons of each pair of sizes, by NumPy; their error is 0.0005. */
  @ParameterizedTest
  @CsvSource({"3, 12, 3, 0.5671", "5, 12, 3, 0.7314", "3, 3, 4, 0.7460", "8, 8, 3, 0.7891"})
  void thePowerIsThatOfASimulation(int first, int second, double noncentrality, double expected) {
    assertThat(WelchPower.of(first, second, 0.05).power(noncentrality))
        .isCloseTo(expected, within(0.0015));
  }

  @Test
  void withoutADifferenceItIsAtMostHalfTheLevel() {
    assertThat(WelchPower.of(20, 20, 0.05).power(0)).isCloseTo(0.025, within(5e-4));
    assertThat(WelchPower.of(3, 3, 0.05).power(0)).isBetween(0.015, 0.025);
    assertThat(WelchPower.of(8, 8, 0.01).power(0)).isBetween(0.004, 0.005);
  }

  @Test
  void theSidesMayBeExchanged() {
    assertThat(WelchPower.of(5, 12, 0.05).power(3))
        .isCloseTo(WelchPower.of(12, 5, 0.05).power(3), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"3, 3, 0.8", "5, 5, 0.8", "8, 8, 0.8", "3, 9, 0.5", "2, 2, 0.9"})
  void theNoncentralityIsWhereThePowerIsReached(int first, int second, double power) {
    WelchPower welch = WelchPower.of(first, second, 0.05);
    assertThat(welch.power(welch.noncentrality(power))).isCloseTo(power, within(1e-6));
  }

  /** Student's noncentralities of 80 %, from scipy's nct, are the lower bound. */
  @ParameterizedTest
  @CsvSource({
    "3, 3.7610603, 1.25",
    "5, 3.2009222, 1.05",
    "8, 3.0132717, 1.02",
    "26, 2.8568502, 1.002"
  })
  void fewForksCostWelchMoreThanStudent(int each, double students, double factor) {
    assertThat(WelchPower.of(each, each, 0.05).noncentrality(0.8))
        .isBetween(students, factor * students);
  }

  @Test
  void aSideOfOneIsRefused() {
    assertThatThrownBy(() -> WelchPower.of(1, 5, 0.05)).hasMessageContaining("1 and 5");
    assertThatThrownBy(() -> WelchPower.of(5, 1, 0.05)).hasMessageContaining("5 and 1");
  }
}
