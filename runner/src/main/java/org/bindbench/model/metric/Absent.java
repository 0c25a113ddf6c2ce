package org.bindbench.model.metric;

/** A metric that cannot be measured here, and why: "unsupported", never 0. */
public record Absent(Metric metric, String reason) {}
