package org.bindbench.config;

/**
 * What the gates allow.
 *
 * @param critical rows that may be critical
 * @param major rows that may be major
 * @param regressed share of the cases in which something could be seen that may be minor or worse;
 *     0.3 is 30 %
 * @param inconclusiveFails whether a row without a verdict fails
 * @param missingFails whether a row that the head lacks fails
 */
public record GateLimits(
    int critical, int major, double regressed, boolean inconclusiveFails, boolean missingFails) {}
