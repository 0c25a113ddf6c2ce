package org.bindbench.model.metric;

/**
 * One metric's value from one timed call, kept as it was read.
 *
 * @param metric id of the metric, such as {@code elapsed_nanos}
 * @param phase warm-up or measured
 * @param iteration number of the call within its trial, from 0
 * @param operations how many operations the call performed
 * @param value the reading, in the metric's unit
 */
public record Sample(String metric, Phase phase, int iteration, long operations, double value) {}
