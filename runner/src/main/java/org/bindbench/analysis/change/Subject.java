package org.bindbench.analysis.change;

import org.bindbench.analysis.Column;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;

/**
 * What is compared: one metric of one case.
 *
 * @param base column of the version that is compared with
 * @param head column of the version that is judged
 */
public record Subject(CaseId id, Column base, Column head, Metric metric) {
  /** {@code suite.case · column · metric}, with both columns where they differ. */
  public String title() {
    String columns = base.equals(head) ? head.title() : base.title() + " → " + head.title();
    return id + " · " + columns + " · " + metric.id();
  }
}
