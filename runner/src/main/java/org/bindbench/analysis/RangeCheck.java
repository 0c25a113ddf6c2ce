package org.bindbench.analysis;

import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;

/**
 * A figure held to what such a suite is expected to reach.
 *
 * @param column whose figure it is
 * @param expectation in words, such as "≥ 50 objects/s"
 * @param origin where its limits were set: {@code default}, {@code bindbench.yaml:7} …
 * @param value the figure, NaN where there is none
 * @param missing why there is no figure, empty where there is one
 * @param fails whether this fails the run
 */
public record RangeCheck(
    CaseId id,
    Column column,
    Metric metric,
    String expectation,
    String origin,
    double value,
    String missing,
    Grade grade,
    boolean fails) {
  /** How a figure stands to its expectation. */
  public enum Grade {
    /** As good as it need be. */
    OPTIMAL,
    /** Within the expected range. */
    GOOD,
    /** The interval reaches beyond the critical limit or the warning. */
    DOUBTFUL,
    /** Beyond the warning, and not surely beyond the critical limit. */
    WARNED,
    /** Beyond the critical limit. */
    BAD,
    /** There is no figure to check. */
    UNAVAILABLE
  }

  /** The row in a sentence, as {@link CaseResult#title} has it. */
  public String subject() {
    return id + " · " + column;
  }

  /** The expectation, and where it was set unless it is the default. */
  public String expected() {
    return origin.equals("default") ? expectation : expectation + " (" + origin + ")";
  }

  /** Whether the figure surely is what it is expected to be. */
  public boolean isWithin() {
    return grade == Grade.OPTIMAL || grade == Grade.GOOD;
  }

  /** Whether the figure is neither surely fine nor surely bad. */
  public boolean isDoubtful() {
    return grade == Grade.DOUBTFUL || grade == Grade.WARNED;
  }

  /** Whether neither the unit nor the expectation says what the figure is of. */
  public boolean isToBeNamed() {
    return !metric.unit().contains("/") && expectation.matches("(?s)[<>≤≥].*");
  }

  /** What the figure is of, with a space behind it; nothing where something else says so. */
  public String what() {
    return isToBeNamed() ? metric.id().replace('_', ' ') + " " : "";
  }

  /** The value with its unit, or why there is none. */
  public String figure() {
    return grade == Grade.UNAVAILABLE ? missing : Figures.quantity(value, metric.unit());
  }
}
