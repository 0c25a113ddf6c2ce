package org.bindbench.analysis.steady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bindbench.model.Phase;
import org.bindbench.model.Sample;
import org.junit.jupiter.api.Test;

class RateReductionTest {
  @Test
  void the_value_is_the_median_over_iterations_of_operations_over_time() {
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
  void between_two_iterations_the_median_is_that_of_the_rates() {
    List<Sample> samples = List.of(measured(100, 100), measured(100, 300));

    assertThat(RateReduction.operationsPerSecond(samples, 1))
        .isCloseTo(1e9 * (1 + 1 / 3.0) / 2, within(1e-3));
  }

  @Test
  void a_last_iteration_that_is_not_complete_does_not_count() {
    List<Sample> samples = List.of(measured(100, 200), measured(100, 200), measured(100, 90_000));

    assertThat(RateReduction.nanosPerOperation(samples, 2)).isCloseTo(2, within(1e-12));
  }

  @Test
  void an_incomplete_iteration_counts_where_it_is_the_only_one() {
    assertThat(RateReduction.nanosPerOperation(List.of(measured(100, 500)), 4))
        .isCloseTo(5, within(1e-12));
  }

  @Test
  void nothing_measured_is_no_rate() {
    assertThatThrownBy(() -> RateReduction.nanosPerOperation(List.of(warmUp(1, 1)), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 samples");
    assertThatThrownBy(() -> RateReduction.nanosPerOperation(List.of(measured(5, 0)), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RateReduction.nanosPerOperation(List.of(measured(5, 5)), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readings_of_other_metrics_do_not_count() {
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
