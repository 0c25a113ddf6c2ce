package org.bindbench.worker.protocol.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * Readings by id and moment. There is room for all from the start: readings that pile up would be
 * growth themselves.
 */
final class Series {
  /** More than the JVM has parts of native memory. */
  private static final int MOST_IDS = 48;

  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final long[][] values;
  private int moments;

  /** Room for that many moments. */
  Series(int moments) {
    this.values = new long[MOST_IDS][moments];
  }

  /** Takes everything that the readings tell now. */
  void take(JvmReadings readings) {
    int now = moments;
    readings.read((id, value) -> values[rows.computeIfAbsent(id, any -> rows.size())][now] = value);
    moments++;
  }

  int moments() {
    return moments;
  }

  Set<String> ids() {
    return rows.keySet();
  }

  /** The reading at a moment; 0 for what was not told then, as of an empty part of memory. */
  long at(int moment, String id) {
    Integer row = rows.get(id);
    return row == null ? 0 : values[row][moment];
  }

  long last(String id) {
    return at(moments - 1, id);
  }

  /** Whether the reading ever changed. */
  boolean moves(String id) {
    Integer row = rows.get(id);
    return row != null && Arrays.stream(values[row], 0, moments).distinct().count() > 1;
  }

  /** The first is that before all cycles, none of the series, and so is marked as warm-up. */
  List<Sample> samples(String id) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < moments; i++)
      samples.add(
          new Sample(id, i == 0 ? Phase.WARM_UP : Phase.MEASURED, i, 1, (double) at(i, id)));
    return samples;
  }
}
