package org.bindbench.analysis.bound;

import java.util.List;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.RecoveryMetrics;

/**
 * A case of the language's own and the one of bound objects that asks the same.
 *
 * @param own name of the case without a binding
 * @param bound name of the bound case
 * @param metric the figure that both have
 * @param says what a bound object does so many times as much as the language's own
 */
public record Counterpart(String own, String bound, Metric metric, String says) {
  /** Every pair that is compared, with the parameters of both cases alike. */
  public static List<Counterpart> all() {
    return List.of(
        new Counterpart(
            "memory_per_object",
            "memory_per_bound_object",
            Metrics.RETAINED_BYTES,
            "keeps %s as many bytes as"),
        new Counterpart(
            "object_creation",
            "bound_object_creation",
            Metrics.ALLOCATED_BYTES,
            "has %s as many bytes allocated for it as"),
        new Counterpart(
            "memory_per_object",
            "memory_per_bound_object",
            Metrics.CLEANUP_EFFICIENCY,
            "gives back %s the share that is given back of"),
        new Counterpart(
            "weak_references",
            "weak_references_bound",
            Metrics.CLEARED_FIRST,
            "is cleared by the first collection %s as often as"),
        new Counterpart(
            "objects_released",
            "bound_objects_released",
            RecoveryMetrics.RECOVERED,
            "is recovered %s as completely as"));
  }
}
