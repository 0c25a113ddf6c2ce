package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkPlanTest {
  /** Davies 1947, the data Dyestuff of R's lme4: six batches of five. */
  private static final List<List<Double>> DYESTUFF =
      List.of(
          List.of(1545.0, 1440.0, 1440.0, 1520.0, 1580.0),
          List.of(1540.0, 1555.0, 1490.0, 1560.0, 1495.0),
          List.of(1595.0, 1550.0, 1605.0, 1510.0, 1560.0),
          List.of(1445.0, 1440.0, 1595.0, 1465.0, 1545.0),
          List.of(1595.0, 1630.0, 1515.0, 1635.0, 1625.0),
          List.of(1520.0, 1455.0, 1450.0, 1480.0, 1445.0));

  /** Box &amp; Tiao 1973, lme4's Dyestuff2, whose variance between batches is estimated as zero. */
  private static final List<List<Double>> DYESTUFF_2 =
      List.of(
          List.of(7.298, 3.846, 2.434, 9.566, 7.990),
          List.of(5.220, 6.556, 0.608, 11.788, -0.892),
          List.of(0.110, 10.386, 13.434, 5.510, 8.166),
          List.of(2.212, 4.852, 7.092, 9.288, 4.980),
          List.of(0.282, 9.014, 4.458, 9.446, 7.198),
          List.of(1.722, 4.782, 8.106, 0.758, 3.758));

  /** lme4 prints variances of 1764 between batches and 2451 within (REML, balanced data). */
  @Test
  void theVariancesOfDyestuffAreThoseOfLme4() {
    ForkPlan plan = ForkPlan.of(DYESTUFF);

    assertThat(plan.forkVariance()).isCloseTo(1764, within(0.5));
    assertThat(plan.iterationVariance()).isCloseTo(2451, within(0.5));
  }

  @Test
  void theIterationsAreTheRoundedUpRootOfTheFormula() {
    assertThat(ForkPlan.of(DYESTUFF).iterations(10, 1))
        .hasValue((int) Math.ceil(Math.sqrt(10 * 2451.25 / 1764.05)));
    assertThat(new ForkPlan(9, 1).iterations(4, 1)).hasValue(6);
    assertThat(new ForkPlan(9.1, 1).iterations(4, 1)).hasValue(7);
    assertThat(new ForkPlan(0, 1).iterations(4, 1)).hasValue(1);
  }

  @Test
  void whereForksDoNotDifferTheFewestWillDo() {
    assertThat(ForkPlan.of(DYESTUFF_2).forkVariance()).isNegative();
    assertThat(ForkPlan.of(DYESTUFF_2).iterations(10, 1)).isEmpty();
    assertThat(new ForkPlan(1, 0).iterations(10, 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, 0.2, 4, 1", "5, 1, 1, 1", "60, 0.5, 1, 9", "1, 1, 400, 1"})
  void noOtherNumberGivesANarrowerIntervalForTheSameTime(
      double forkCost, double iterationCost, double within, double between) {
    int best =
        IntStream.rangeClosed(1, 2000)
            .boxed()
            .min(Comparator.comparing(r -> (between + within / r) * (forkCost + r * iterationCost)))
            .orElseThrow();

    assertThat(new ForkPlan(within, between).iterations(forkCost, iterationCost).orElseThrow())
        .isBetween(best, best + 1);
  }

  @Test
  void onlyTheRatioOfCostsCounts() {
    ForkPlan plan = ForkPlan.of(DYESTUFF);
    assertThat(plan.iterations(3000, 20)).isEqualTo(plan.iterations(150, 1));
  }

  @Test
  void twoForksOfTwoIterationsAreAPilot() {
    ForkPlan plan = ForkPlan.of(List.of(List.of(10.0, 12.0), List.of(20.0, 22.0)));

    assertThat(plan.iterationVariance()).isCloseTo(2, within(1e-12));
    assertThat(plan.forkVariance()).isCloseTo(50 - 1, within(1e-12));
  }

  @Test
  void aPilotWithoutRepetitionsIsRefused() {
    assertThatThrownBy(() -> ForkPlan.of(List.of(List.of(1.0, 2.0))))
        .hasMessageContaining("two forks");
    assertThatThrownBy(() -> ForkPlan.of(List.of(List.of(1.0), List.of(2.0))))
        .hasMessageContaining("equally many");
    assertThatThrownBy(() -> ForkPlan.of(List.of(List.of(1.0, 2.0), List.of(2.0, 1.0, 3.0))))
        .hasMessageContaining("equally many");
    assertThatThrownBy(() -> new ForkPlan(1, 1).iterations(0, 1)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new ForkPlan(1, 1).iterations(1, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new ForkPlan(1, 1).iterations(1, -1)).hasMessageContaining("-1.0");
  }
}
