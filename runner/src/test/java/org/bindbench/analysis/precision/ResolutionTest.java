package org.bindbench.analysis.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.change.DetectableChange;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class ResolutionTest {
  private static final Metric RATE = Metrics.rate("calls");
  private final Summary noisy = Summaries.summarise(RATE, List.of(90.0, 100.0, 111.0, 95.0, 105.0));

  @Test
  void isWhatAComparisonWithAsManyForksWouldFind() {
    double deviation = Spread.of(0, noisy.forkValues()).logDeviation();
    assertThat(Resolution.of(noisy))
        .isEqualTo(DetectableChange.of(deviation, 5, 5))
        .isBetween(0.1, 0.25);
  }

  @Test
  void theForksItNamesAreTheFewestThatSeeTheChange() {
    double deviation = Spread.of(0, noisy.forkValues()).logDeviation();
    int forks = Resolution.forksToSee(noisy, 0.1).orElseThrow();

    assertThat(forks).isBetween(10, 20);
    assertThat(DetectableChange.of(deviation, forks, forks)).isLessThanOrEqualTo(0.1);
    assertThat(DetectableChange.of(deviation, forks - 1, forks - 1)).isGreaterThan(0.1);
  }

  @Test
  void namesNoNumberOfForksBeyondWhatIsSensible() {
    assertThat(Resolution.forksToSee(Summaries.summarise(RATE, List.of(1.0, 2.0, 4.0)), 0.1))
        .isEmpty();
  }

  @Test
  void forksThatRepeatExactlyShowEveryChange() {
    Summary exact = Summaries.summarise(Metrics.RETAINED_BYTES, List.of(72.0, 72.0, 72.0));
    assertThat(Resolution.of(exact)).isZero();
    assertThat(Resolution.forksToSee(exact, 0.1)).hasValue(Summaries.FEWEST_FORKS);
  }

  @Test
  void isUnknownForOtherMetricsForTooFewForksAndForNumbersThatAreNotPositive() {
    assertThat(Resolution.of(Summaries.summarise(Metrics.CLEAR_TIME, List.of(1.0, 2.0, 3.0))))
        .isNaN();
    assertThat(Resolution.of(Summaries.summarise(RATE, List.of(1.0, 2.0)))).isNaN();
    Summary signed = Summaries.summarise(Metrics.RETAINED_BYTES, List.of(0.0, 2.0, 3.0));
    assertThat(Resolution.of(signed)).isNaN();
    assertThat(Resolution.forksToSee(signed, 0.1)).isEmpty();
  }
}
