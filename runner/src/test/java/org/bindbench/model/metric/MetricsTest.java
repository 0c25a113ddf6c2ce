package org.bindbench.model.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void theListHasEveryMetric() throws IllegalAccessException {
    List<Metric> declared = new ArrayList<>();
    for (Field field : Metrics.class.getFields())
      if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Metric metric)
        declared.add(metric);
    assertThat(Metrics.all()).containsExactlyElementsOf(declared).hasSizeGreaterThan(10);
  }
}
