package org.bindbench.analysis.change;

import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** The gate of each metric where nothing else is set. */
public final class Gates {
  /** Times, rates and everything that is not about memory. */
  public static final Gate TIME = new Gate(0.05, 0.20, 0.50, 1.00, 0);

  /** Bytes that are kept, and the share of them that is given back. */
  public static final Gate MEMORY = new Gate(0.05, 0.15, 0.30, 0.50, 0);

  /**
   * Allocated bytes per operation, which repeat far better than times. The floor is half of a word:
   * objects differ by words, and what is less is the noise of operations that allocate nothing.
   */
  public static final Gate ALLOCATION = new Gate(0.03, 0.15, 0.30, 0.50, 4);

  private Gates() {}

  /** The gate of a metric. */
  public static Gate of(Metric metric) {
    if (metric.id().equals(Metrics.ALLOCATED_BYTES.id())) return ALLOCATION;
    return metric.unit().startsWith("bytes") || metric.id().equals(Metrics.CLEANUP_EFFICIENCY.id())
        ? MEMORY
        : TIME;
  }
}
