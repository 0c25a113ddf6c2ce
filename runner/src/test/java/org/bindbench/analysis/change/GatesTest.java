package org.bindbench.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindbench.analysis.change.Source.CLOCKED;
import static org.bindbench.analysis.change.Source.COUNTED;

import java.util.List;
import org.bindbench.analysis.Estimate;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesTest {
  @Test
  void everyMetricHasTheGateOfItsKind() {
    assertThat(Gates.of(Metrics.rate("calls"))).isEqualTo(Gates.TIME);
    assertThat(Gates.of(Metrics.RECOVERY_TIME)).isEqualTo(Gates.TIME);
    assertThat(Gates.of(Metrics.CLEANUP_EFFICIENCY)).isEqualTo(Gates.MEMORY);
    assertThat(Gates.of(Metrics.RETAINED_BYTES)).isEqualTo(Gates.MEMORY);
    assertThat(Gates.of(Metrics.LIVE_COLLECTED)).isEqualTo(Gates.MEMORY);
    assertThat(Gates.of(Metrics.ALLOCATED_BYTES)).isEqualTo(Gates.ALLOCATION);
  }

  @Test
  void theGatesAreThoseOfTheDocumentation() {
    assertThat(Gates.TIME).isEqualTo(new Gate(0.05, 0.20, 0.50, 1.00, 0));
    assertThat(Gates.MEMORY).isEqualTo(new Gate(0.05, 0.15, 0.30, 0.50, 0));
    assertThat(Gates.ALLOCATION).isEqualTo(new Gate(0.03, 0.15, 0.30, 0.50, 4));
    assertThat(Gates.TIME.withLeast(0.1)).isEqualTo(new Gate(0.1, 0.20, 0.50, 1.00, 0));
  }

  @Test
  void timesAndRatesAreClockedAndTheRestIsCounted() {
    assertThat(List.of(Metrics.rate("calls"), Metrics.RECOVERY_TIME, Metrics.ELAPSED_NANOS))
        .allMatch(metric -> Source.of(metric) == CLOCKED);
    assertThat(List.of(Metrics.TIME_EXPONENT, Metrics.SCALING, Metrics.CPU_PER_WALL))
        .allMatch(metric -> Source.of(metric) == CLOCKED);
    assertThat(List.of(Metrics.RETAINED_BYTES, Metrics.ALLOCATED_BYTES, Metrics.GROWTH_PER_CYCLE))
        .allMatch(metric -> Source.of(metric) == COUNTED);
    assertThat(List.of(Metrics.CLEANUP_EFFICIENCY, Metrics.FAULTS, Metrics.MEMORY_EXPONENT))
        .allMatch(metric -> Source.of(metric) == COUNTED);
    assertThat(Source.of(Metric.measured("latency", "µs/op", Direction.LOWER_IS_BETTER)))
        .isEqualTo(CLOCKED);
  }

  @ParameterizedTest
  @CsvSource({
    "0.06, SLIGHT",
    "0.1999, SLIGHT",
    "0.20, MINOR",
    "0.4999, MINOR",
    "0.50, MAJOR",
    "0.9999, MAJOR",
    "1.00, CRITICAL",
    "7, CRITICAL",
    "-0.01, SLIGHT"
  })
  void theNearBoundDecidesTheMagnitude(double near, Magnitude expected) {
    Estimate worsening = new Estimate(near + 3, near, near + 9, 0.95);
    assertThat(Magnitude.of(worsening, Gates.TIME)).isEqualTo(expected);
  }

  @Test
  void magnitudesAndVerdictsHaveWordsForPeople() {
    assertThat(Magnitude.values())
        .extracting(Magnitude::title)
        .containsExactly("slight", "minor", "major", "critical");
    assertThat(Verdict.values())
        .extracting(Verdict::title)
        .containsExactly("same", "better", "worse", "inconclusive", "not comparable");
    assertThat(Verdict.values())
        .filteredOn(Verdict::isChange)
        .containsExactly(Verdict.BETTER, Verdict.WORSE);
  }

  @Test
  void aGateThatDoesNotRiseIsRefused() {
    assertThatThrownBy(() -> new Gate(0, 0.2, 0.5, 1, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new Gate(0.2, 0.2, 0.5, 1, 0)).hasMessageContaining("0.2, 0.2");
    assertThatThrownBy(() -> new Gate(0.05, 0.5, 0.5, 1, 0)).hasMessageContaining("0.5, 0.5");
    assertThatThrownBy(() -> new Gate(0.05, 0.2, 1, 1, 0)).hasMessageContaining("1.0, 1.0");
    assertThatThrownBy(() -> new Gate(Double.NaN, 0.2, 0.5, 1, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Gate(0.05, 0.2, 0.5, Double.POSITIVE_INFINITY, 0))
        .hasMessageContaining("Infinity");
    assertThatThrownBy(() -> new Gate(0.05, 0.2, 0.5, 1, -1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new Gate(0.05, 0.2, 0.5, 1, Double.POSITIVE_INFINITY))
        .hasMessageContaining("Infinity");
  }
}
