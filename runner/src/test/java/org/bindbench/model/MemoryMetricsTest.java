package org.bindbench.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.StressMetrics;
import org.junit.jupiter.api.Test;

/** The lists of metrics of stress and of recovery. */
class MemoryMetricsTest {
  @Test
  void eachListHasEveryMetricOfItsClass() throws IllegalAccessException {
    assertThat(StressMetrics.all()).containsExactlyElementsOf(declared(StressMetrics.class));
    assertThat(RecoveryMetrics.all()).containsExactlyElementsOf(declared(RecoveryMetrics.class));
  }

  @Test
  void noTwoMetricsHaveTheSameId() {
    List<String> ids =
        Stream.of(Metrics.all(), StressMetrics.all(), RecoveryMetrics.all())
            .flatMap(List::stream)
            .map(Metric::id)
            .toList();
    Set<String> different = new HashSet<>(ids);
    assertThat(ids).hasSize(different.size());
  }

  private static List<Metric> declared(Class<?> type) throws IllegalAccessException {
    List<Metric> declared = new ArrayList<>();
    for (Field field : type.getFields())
      if (field.get(null) instanceof Metric metric) declared.add(metric);
    return declared;
  }
}
