package org.bindbench.analysis;

/**
 * A value that always carries its interval.
 *
 * @param value point estimate
 * @param low lower bound
 * @param high upper bound
 * @param level confidence level of the interval, such as 0.95
 */
public record Estimate(double value, double low, double high, double level) {}
