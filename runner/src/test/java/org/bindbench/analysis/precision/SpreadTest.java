package org.bindbench.analysis.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
  @ParameterizedTest
  @CsvSource({"2, 12.706", "5, 2.776", "10, 2.262", "30, 2.045"}) // two-sided 5 % points of t
  void isTheTablesTTimesTheStandardError(int forks, double t) {
    assertThat(new Spread(0, forks, 0.04).halfWidth())
        .isCloseTo(t * 0.04 / Math.sqrt(forks), within(1e-4));
  }

  @Test
  void isTheIntervalThatTheReportsShow() {
    List<Double> forks = List.of(18.8e6, 19.9e6, 17.5e6, 18.1e6);
    Estimate shown = Summaries.summarise(Metrics.rate("objects"), forks).estimate().orElseThrow();

    assertThat(Math.exp(Spread.of(0, forks).halfWidth()))
        .isCloseTo(shown.high() / shown.value(), within(1e-12));
  }

  @Test
  void gainsLessWithEveryForkAndNothingWhereForksRepeat() {
    for (int forks = 2; forks < 40; forks++)
      assertThat(new Spread(0, forks, 0.1).gain())
          .isPositive()
          .isGreaterThan(new Spread(0, forks + 1, 0.1).gain());
    assertThat(Spread.of(0, List.of(72.0, 72.0, 72.0)).gain()).isZero();
  }

  @Test
  void doesNotDependOnTheUnit() {
    assertThat(Spread.of(0, List.of(2.0, 3.0, 4.0)).logDeviation())
        .isCloseTo(Spread.of(0, List.of(2e6, 3e6, 4e6)).logDeviation(), within(1e-12));
  }

  @Test
  void oneForkHasNone() {
    assertThatThrownBy(() -> Spread.of(0, List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
