package org.bindbench.config;

/**
 * How much of a change counts, as shares of a slowdown: 0.05 is 5 %.
 *
 * @param least least change that counts
 * @param minor share from which a worsening is minor
 * @param major share from which it is major
 * @param critical share from which it is critical
 * @param floor least absolute difference that counts, in the metric's unit
 */
public record ChangeGate(double least, double minor, double major, double critical, double floor) {}
