package org.bindbench.worker.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.PauseMetrics;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.JvmMeter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The recorder of the tests' own JVM. */
@Tag("engine")
class LoadProbeTest {
  private final JvmMeter meter = new JvmMeter();

  @Test
  void collectionsThatAreAskedForAreSeenOneByOneAndOnlyInsideTheWindow() {
    LoadFigures figures;
    try (LoadProbe probe = LoadProbe.start(meter)) {
      meter.collect();
      probe.begin();
      meter.collect();
      meter.collect();
      probe.end();
      meter.collect();
      figures = probe.stop(1, 1);
    }
    assertThat(value(figures.measures(), PauseMetrics.FORCED_COLLECTIONS)).isEqualTo(2);
    assertThat(figures.samples())
        .filteredOn(sample -> sample.metric().equals(PauseMetrics.FORCED_PAUSE.id()))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(sample -> assertThat(sample.value()).isPositive())
        .extracting(Sample::iteration)
        .doesNotContain(0);
  }

  @Test
  void whatTheThreadAllocatesIsItsRate() {
    LoadFigures figures;
    byte[][] kept = new byte[64][];
    try (LoadProbe probe = LoadProbe.start(meter)) {
      probe.begin();
      for (int i = 0; i < 6400; i++) kept[i % kept.length] = new byte[100_000];
      probe.end();
      figures = probe.stop(6400, 1_000_000);
    }
    assertThat(kept[63]).hasSize(100_000);
    assertThat(value(figures.measures(), PauseMetrics.ALLOCATION_RATE)).isPositive();
    assertThat(figures.absent())
        .extracting(Absent::metric)
        .doesNotContain(PauseMetrics.PAUSES, PauseMetrics.PAUSED_SHARE);
  }

  private static double value(List<Measure> measures, Metric metric) {
    return measures.stream()
        .filter(measure -> measure.metric().equals(metric))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow();
  }
}
