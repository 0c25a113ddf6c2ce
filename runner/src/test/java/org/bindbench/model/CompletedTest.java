package org.bindbench.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletedTest {
  @ParameterizedTest
  @Tag("fault-14")
  @CsvSource({
    "NaN, no number",
    "Infinity, infinite",
    "-Infinity, infinite",
    "-1, less than nothing",
    "-0.001, less than nothing"
  })
  void whatIsNoFigureIsAbsentWithTheReason(double value, String reason) {
    TrialOutcome.Completed completed = completed(Metrics.CLEAR_TIME, value);
    assertThat(completed.measures()).isEmpty();
    assertThat(completed.absent())
        .singleElement()
        .satisfies(
            absent -> {
              assertThat(absent.metric()).isEqualTo(Metrics.CLEAR_TIME);
              assertThat(absent.reason()).contains(reason);
            });
  }

  @Test
  @Tag("fault-14")
  void anInfiniteRateIsNoRate() {
    assertThat(completed(Metrics.rate("calls"), Double.POSITIVE_INFINITY).measures()).isEmpty();
    assertThat(completed(Metrics.rate("calls"), -5).measures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "1e300", "5e-324"})
  void aFigureStays(double value) {
    TrialOutcome.Completed completed = completed(Metrics.CLEAR_TIME, value);
    assertThat(completed.measures()).containsExactly(new Measure(Metrics.CLEAR_TIME, value));
    assertThat(completed.absent()).isEmpty();
  }

  @Test
  void anAnswerMayBeNegative() {
    assertThat(completed(Metrics.ANSWER, -7).measures()).hasSize(1);
  }

  private static TrialOutcome.Completed completed(Metric metric, double value) {
    return new TrialOutcome.Completed(List.of(new Measure(metric, value)), List.of(), List.of());
  }
}
