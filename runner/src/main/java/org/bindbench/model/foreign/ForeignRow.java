package org.bindbench.model.foreign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;

/**
 * One metric of one benchmark of another tool.
 *
 * @param forkValues one value per process that the files tell apart, in their order
 * @param facts what must be equal for two rows to be comparable, by name, as the file has it
 */
public record ForeignRow(
    CaseId id, Metric metric, List<Double> forkValues, Map<String, String> facts) {
  public ForeignRow {
    forkValues = List.copyOf(forkValues);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
