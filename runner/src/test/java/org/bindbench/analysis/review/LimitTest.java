package org.bindbench.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Language;
import org.bindbench.model.Threshold;
import org.bindbench.model.Threshold.Bound;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
  /** Critical 100, warning 200, optimal 1000 calls/s. */
  private static final Limit RATE =
      new Limit(threshold(Metrics.rate("calls"), 100, 200, 1000, false));

  /** Critical 1000, warning 200, optimal 100 bytes. */
  private static final Limit BYTES =
      new Limit(threshold(Metrics.RETAINED_BYTES, 1000, 200, 100, true));

  @ParameterizedTest
  @CsvSource({"99.9, BAD", "100, WARNED", "199, WARNED", "200, GOOD", "999, GOOD", "1000, OPTIMAL"})
  void higherIsBetterForRates(double value, Grade grade) {
    assertThat(RATE.grade(one(Metrics.rate("calls"), value))).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "1001, BAD",
    "1000, BAD",
    "999, WARNED",
    "200, WARNED",
    "199, GOOD",
    "100, GOOD",
    "99, OPTIMAL"
  })
  void lowerIsBetterForBytesAndTheLimitItselfIsBeyondWhereExclusive(double value, Grade grade) {
    assertThat(BYTES.grade(one(Metrics.RETAINED_BYTES, value))).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 60, 70, BAD",
    "90, 100, 110, WARNED",
    "80, 150, 400, DOUBTFUL",
    "120, 121, 122, WARNED",
    "190, 200, 210, DOUBTFUL",
    "300, 310, 320, GOOD",
    "900, 1000, 1100, GOOD",
    "1200, 1210, 1220, OPTIMAL"
  })
  void theWholeIntervalDecides(double a, double b, double c, Grade grade) {
    assertThat(RATE.grade(Summaries.summarise(Metrics.rate("calls"), List.of(a, b, c))))
        .isEqualTo(grade);
  }

  @Test
  void aLimitThatIsNotSetIsNeverMissed() {
    Limit optimal =
        new Limit(
            new Threshold(
                Metrics.rate("calls"),
                Language.LUA,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Bound(10, "default")),
                false,
                true));
    assertThat(optimal.grade(one(Metrics.rate("calls"), 1))).isEqualTo(Grade.GOOD);
    assertThat(optimal.grade(one(Metrics.rate("calls"), 10))).isEqualTo(Grade.OPTIMAL);
  }

  private static Summary one(Metric metric, double value) {
    return Summaries.summarise(metric, List.of(value));
  }

  private static Threshold threshold(
      Metric metric, double critical, double warning, double optimal, boolean exclusive) {
    return new Threshold(
        metric,
        Language.LUA,
        Optional.of(new Bound(critical, "bindbench.yaml:3")),
        Optional.of(new Bound(warning, "bindbench.yaml:4")),
        Optional.of(new Bound(optimal, "default")),
        exclusive,
        false);
  }
}
