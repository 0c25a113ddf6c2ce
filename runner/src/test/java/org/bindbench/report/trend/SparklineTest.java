package org.bindbench.report.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparklineTest {
  @Test
  void aRiseGoesFromTheLowestToTheHighest() {
    List<Double> rising = IntStream.range(0, 8).mapToObj(i -> 100.0 + 100 * i).toList();
    assertThat(Sparkline.of(rising, true)).isEqualTo("▁▂▃▄▅▆▇█");
    assertThat(Sparkline.of(rising, false)).isEqualTo("_.-:=+*#");
  }

  @Test
  void noiseLooksFlat() {
    assertThat(Sparkline.of(List.of(100.0, 101.0, 99.5, 100.5), true)).matches("[▄▅]{4}");
    assertThat(Sparkline.of(Collections.nCopies(4, 0.0), true)).isEqualTo("▅▅▅▅");
  }

  @Test
  void aLongSeriesIsAsWideAsItMayBe() {
    List<Double> steps = IntStream.range(0, 1000).mapToObj(i -> i < 500 ? 1.0 : 2.0).toList();
    assertThat(Sparkline.of(steps, true)).isEqualTo("▁".repeat(10) + "█".repeat(10));
  }
}
