package org.bindbench.analysis;

import org.bindbench.model.CaseId;
import org.bindbench.model.Metric;

/**
 * A figure held to what such a suite is expected to reach.
 *
 * @param column whose figure it is
 * @param expectation in words, such as "≥ 50 objects/s"
 * @param value the figure, NaN where there is none
 * @param missing why there is no figure, empty where there is one
 */
public record RangeCheck(
    CaseId id,
    Column column,
    Metric metric,
    String expectation,
    double value,
    String missing,
    Grade grade) {
  /** How a figure stands to its expectation. */
  public enum Grade {
    /** Within the expected range. */
    GOOD,
    /** The interval reaches beyond the limit. */
    DOUBTFUL,
    /** Outside the range. */
    BAD,
    /** There is no figure to check. */
    UNAVAILABLE
  }

  /** The row in a sentence, as {@link CaseResult#title} has it. */
  public String subject() {
    return id + " · " + column;
  }

  /** The value with its unit, or why there is none. */
  public String figure() {
    return grade == Grade.UNAVAILABLE ? missing : Figures.quantity(value, metric.unit());
  }
}
