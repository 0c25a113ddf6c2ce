package org.bindbench.analysis.stress;

import org.bindbench.model.metric.StepEnd;

/**
 * One step of a trial under pressure. Figures that a step does not have are NaN.
 *
 * @param size live set in percent of the heap, or number of waiting tasks
 * @param end how it ended
 * @param throughput operations or tasks a second
 * @param collecting share of its time that the collector worked, in percent
 * @param liveBytes live heap beside it
 * @param right share of its answers that were right, in percent
 */
public record Step(
    long size, StepEnd end, double throughput, double collecting, double liveBytes, double right) {
  /** Whether everything could be allocated and every answer was right. */
  public boolean passed() {
    return end == StepEnd.PASSED;
  }
}
