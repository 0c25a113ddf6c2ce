package org.bindbench.analysis.past;

import org.bindbench.analysis.Column;
import org.bindbench.model.metric.Metric;

/**
 * What is followed from run to run: a metric of a case in a column.
 *
 * @param caseId {@code suite.name} or {@code suite.name[key=value]}
 * @param control whether the case exists to check the measurement
 */
public record SeriesKey(String caseId, Column column, Metric metric, boolean control) {
  /** {@code suite.case · luaj, hand binding · rate}. */
  public String title() {
    return caseId + " · " + column.title() + " · " + metric.id();
  }
}
