package org.bindbench.model;

import java.util.Optional;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;

/**
 * What a metric is expected to reach in one language: fine from {@code warning} on, missed beyond
 * {@code critical}, as good as it need be from {@code optimal} on.
 *
 * @param exclusive whether a figure that equals a limit is already beyond it
 * @param fails whether missing {@code critical} fails the run
 */
public record Threshold(
    Metric metric,
    Language language,
    Optional<Bound> critical,
    Optional<Bound> warning,
    Optional<Bound> optimal,
    boolean exclusive,
    boolean fails) {
  /**
   * One limit.
   *
   * @param limit in the metric's unit
   * @param origin where it was set: {@code default}, {@code bindbench.yaml:7}, {@code --set …}
   */
  public record Bound(double limit, String origin) {}

  public Threshold {
    if (metric.direction() == Direction.NEITHER)
      throw new IllegalArgumentException(metric.id() + " has no better side");
  }

  /** How a figure must stand to a limit: {@code ≥}, {@code >}, {@code ≤} or {@code <}. */
  public String relation() {
    return metric.direction() == Direction.HIGHER_IS_BETTER
        ? exclusive ? ">" : "≥"
        : exclusive ? "<" : "≤";
  }

  /** Whether a figure is on the better side of the limit. */
  public boolean holds(double value, Bound bound) {
    double surplus =
        metric.direction() == Direction.HIGHER_IS_BETTER
            ? Double.compare(value, bound.limit())
            : Double.compare(bound.limit(), value);
    return exclusive ? surplus > 0 : surplus >= 0;
  }
}
