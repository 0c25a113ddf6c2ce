package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "58200000,objects/s,58.2 M objects/s",
    "999950,calls/s,1.00 M calls/s",
    "912345,calls/s,912 k calls/s",
    "2780000000,calls/s,2.78 G calls/s",
    "72,bytes/object,72.0 bytes/object",
    "-9.1,bytes/object,-9.10 bytes/object",
    "0,bytes/op,0 bytes/op",
    "0.2,bytes/op,0.200 bytes/op",
    "99.98,%,99.98 %",
    "99.9999,%,99.999 %",
    "100,%,100 %",
    "98.44,%,98.4 %",
    "0.0004,%,0.001 %",
    "95.2,ms,95.2 ms",
    "1240,ms,1.24 s",
    "0.42,ms,420 µs",
    "13900000,bytes,13.3 MiB",
    "512,bytes,512 B",
    "0.000004,bytes/op,< 0.001 bytes/op",
    "1,verdict,✅",
    "0.5,verdict,⚠️",
    "0,verdict,❌",
    "NaN,objects/s,unavailable"
  })
  void areReadWithTheirUnit(double value, String unit, String expected) {
    assertThat(Figures.quantity(value, unit)).isEqualTo(expected);
  }

  @Test
  void haveNoDecimalsWhereTheyCount() {
    assertThat(Figures.quantity(500500, "")).isEqualTo("500,500");
  }

  @Test
  void sayHowFarTheyReach() {
    Metric rate = Metric.measured("rate", "objects/s", Direction.HIGHER_IS_BETTER);
    assertThat(Figures.interval(summary(rate, 58.2e6, 1.032))).isEqualTo("± 3.2 %");
    assertThat(Figures.interval(summary(rate, 58.2e6, 1.4))).isEqualTo("[41.6, 81.5] M");
    assertThat(Figures.interval(Summaries.summarise(rate, List.of(41e6))))
        .isEqualTo("none, 1 fork");
    Metric share = Metric.measured("cleared_first", "%", Direction.HIGHER_IS_BETTER);
    assertThat(Figures.interval(interval(share, 99.9876, 99.9999))).isEqualTo("[99.987, 99.999] %");
    assertThat(Figures.interval(interval(share, 98.4, 100))).isEqualTo("[98.4, 100] %");
    assertThat(Figures.interval(interval(share, 98.41, 98.44))).isEqualTo("± < 0.1");
    Metric time = Metric.measured("clear_time", "ms", Direction.LOWER_IS_BETTER);
    assertThat(Figures.interval(summary(time, 700, 2))).isEqualTo("[350 ms, 1.40 s]");
  }

  @Test
  void compareWithTheirInterval() {
    assertThat(Figures.ratio(new Estimate(3.11, 2.83, 3.42, 0.95))).isEqualTo("3.11× [2.83, 3.42]");
    assertThat(Figures.ratio(new Estimate(1.04, 1.01, 1.07, 0.95))).isEqualTo("1.04× [1.01, 1.07]");
    assertThat(Figures.ratio(new Estimate(3.11, Double.NaN, Double.NaN, 0.95))).isEqualTo("3.11×");
  }

  @Test
  void repeatNoIntervalWithoutWidth() {
    assertThat(Figures.ratio(new Estimate(1.4444, 1.4444, 1.4444, 0.95))).isEqualTo("1.44× ± 0");
    assertThat(Figures.ratio(new Estimate(1.44, 1.437, 1.444, 0.95))).isEqualTo("1.44× ± 0.3 %");
    assertThat(Figures.multiple(new Estimate(0.7588, 0.7587, 0.7589, 0.95)))
        .isEqualTo("0.759 times");
  }

  @Test
  void haveThreeDigitsInEveryRatio() {
    assertThat(Figures.ratio(new Estimate(10.94, 3.792, 310.6, 0.95)))
        .isEqualTo("10.9× [3.79, 311]");
    assertThat(Figures.ratio(new Estimate(1.008, 0.9203, 1.104, 0.95)))
        .isEqualTo("1.01× [0.920, 1.10]");
  }

  @Test
  void haveTwoDecimalsInAnExponentAndBothItsBounds() {
    assertThat(Figures.cell(1.024, "exponent")).isEqualTo("1.02");
    assertThat(Figures.interval(summary(Metrics.TIME_EXPONENT, 1, 1.1))).isEqualTo("[0.91, 1.10]");
  }

  @Test
  void tellHowLongARunTook() {
    assertThat(Figures.duration(Duration.ofSeconds(103))).isEqualTo("1 min 43 s");
    assertThat(Figures.duration(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
    assertThat(Figures.duration(Duration.ofMillis(4200))).isEqualTo("4.20 s");
  }

  private static Summary summary(Metric metric, double value, double spread) {
    return summary(metric, new Estimate(value, value / spread, value * spread, 0.95));
  }

  private static Summary interval(Metric metric, double low, double high) {
    return summary(metric, new Estimate((low + high) / 2, low, high, 0.95));
  }

  private static Summary summary(Metric metric, Estimate estimate) {
    double value = estimate.value();
    List<Double> forks = List.of(value, value, value);
    return new Summary(metric, forks, Optional.of(estimate), value, value, value, value, 0, 0, 0);
  }
}
