package org.bindbench.analysis;

/**
 * A headline held to what such a suite is expected to reach.
 *
 * @param subject case and column
 * @param expectation in words, such as "≥ 50 objects/s"
 * @param figure the value with its unit, as read by people
 */
public record RangeCheck(String subject, String expectation, String figure, Grade grade) {
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
}
