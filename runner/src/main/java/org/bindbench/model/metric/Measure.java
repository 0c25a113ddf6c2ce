package org.bindbench.model.metric;

import java.util.Optional;
import java.util.Set;

/** One metric's value from one trial: the value its fork contributes to the statistics. */
public record Measure(Metric metric, double value) {
  /** Units of what cannot be less than nothing, beside every unit "… a second". */
  private static final Set<String> UNSIGNED =
      Set.of("ns", "ms", "s", "bytes", "bytes/op", "ns/op", "%", "ratio");

  /** Why the value is no figure and must not be reported as one; empty where it is one. */
  public Optional<String> flaw() {
    if (Double.isNaN(value)) return Optional.of("what came out is no number (NaN)");
    if (Double.isInfinite(value)) return Optional.of("what came out is infinite");
    if (Metrics.SIGNED.contains(metric.id()) || LeakMetrics.SIGNED.contains(metric.id()))
      return Optional.empty();
    boolean unsigned = metric.unit().endsWith("/s") || UNSIGNED.contains(metric.unit());
    return value < 0 && unsigned
        ? Optional.of("what came out is less than nothing: " + value)
        : Optional.empty();
  }
}
