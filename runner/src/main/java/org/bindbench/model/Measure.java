package org.bindbench.model;

/** One metric's value from one trial: the value its fork contributes to the statistics. */
public record Measure(Metric metric, double value) {
  public Measure {
    if (!Double.isFinite(value))
      throw new IllegalArgumentException(metric.id() + " must be finite, but is " + value);
  }
}
