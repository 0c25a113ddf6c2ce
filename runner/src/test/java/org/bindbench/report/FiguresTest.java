package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bindbench.analysis.Estimate;
import org.bindbench.model.Direction;
import org.bindbench.model.Metric;
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
    assertThat(Figures.interval(SampleRows.summary(rate, 1.032, 57e6, 58.2e6, 59e6)))
        .isEqualTo("± 3.2 %");
    assertThat(Figures.interval(SampleRows.summary(rate, 1.4, 41e6, 58.2e6, 80e6)))
        .isEqualTo("[41.6, 81.5] M");
    assertThat(Figures.interval(SampleRows.summary(rate, 1.4, 41e6))).isEqualTo("none, 1 fork");
    Metric time = Metric.measured("clear_time", "ms", Direction.LOWER_IS_BETTER);
    assertThat(Figures.interval(SampleRows.summary(time, 2, 600, 700, 800)))
        .isEqualTo("[350 ms, 1.40 s]");
  }

  @Test
  void compareWithTheirInterval() {
    assertThat(Figures.ratio(new Estimate(3.11, 2.83, 3.42, 0.95))).isEqualTo("3.1× [2.8, 3.4]");
    assertThat(Figures.ratio(new Estimate(1.04, 1.01, 1.07, 0.95))).isEqualTo("1.04× [1.01, 1.07]");
    assertThat(Figures.ratio(new Estimate(3.11, Double.NaN, Double.NaN, 0.95))).isEqualTo("3.1×");
  }

  @Test
  void tellHowLongARunTook() {
    assertThat(Figures.duration(Duration.ofSeconds(103))).isEqualTo("1 min 43 s");
    assertThat(Figures.duration(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
    assertThat(Figures.duration(Duration.ofMillis(4200))).isEqualTo("4.20 s");
  }
}
