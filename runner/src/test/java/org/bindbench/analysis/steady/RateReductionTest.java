package org.bindbench.analysis.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Test;

class RateReductionTest {
  @Test
  void theValueIsTheMedianOverIterationsOfOperationsOverTime() {
    List<Sample> samples =
        List.of(
            warmUp(100, 9000),
            measured(100, 100),
            measured(100, 300), // 2.0 ns
            measured(100, 900),
            measured(300, 300), // 3.0 ns
            measured(100, 1000),
            measured(100, 1000)); // 10.0 ns

    assertThat(RateReduction.nanosPerOperation(samples, 2)).isCloseTo(3, within(1e-12));
    assertThat(RateReduction.operationsPerSecond(samples, 2)).isCloseTo(1e9 / 3, within(1e-3));
  }

  @Test
  void betweenTwoIterationsTheMedianIsThatOfTheRates() {
    List<Sample> samples = List.of(measured(100, 100), measured(100, 300));

    assertThat(RateReduction.operationsPerSecond(samples, 1))
        .isCloseTo(1e9 * (1 + 1 / 3.0) / 2, within(1e-3));
  }

  @Test
  void aLastIterationThatIsNotCompleteDoesNotCount() {
    List<Sample> samples = List.of(measured(100, 200), measured(100, 200), measured(100, 90_000));

    assertThat(RateReduction.nanosPerOperation(samples, 2)).isCloseTo(2, within(1e-12));
  }

  @Test
  void anIncompleteIterationCountsWhereItIsTheOnlyOne() {
    assertThat(RateReduction.nanosPerOperation(List.of(measured(100, 500)), 4))
        .isCloseTo(5, within(1e-12));
  }

  @Test
  void nothingMeasuredIsNoRate() {
    assertThatThrownBy(() -> RateReduction.nanosPerOperation(List.of(warmUp(1, 1)), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 samples");
    assertThatThrownBy(() -> RateReduction.nanosPerOperation(List.of(measured(5, 0)), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RateReduction.nanosPerOperation(List.of(measured(5, 5)), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readingsOfOtherMetricsDoNotCount() {
    List<Sample> samples =
        List.of(measured(100, 200), new Sample("allocated_bytes", Phase.MEASURED, 1, 100, 7_200));

    assertThat(RateReduction.nanosPerOperation(samples, 1)).isCloseTo(2, within(1e-12));
  }

  private static Sample measured(long operations, double nanos) {
    return new Sample("elapsed_nanos", Phase.MEASURED, 1, operations, nanos);
  }

  private static Sample warmUp(long operations, double nanos) {
    return new Sample("elapsed_nanos", Phase.WARM_UP, 0, operations, nanos);
  }
}
