package org.bindbench.analysis;

import org.bindbench.model.CaseId;
import org.bindbench.model.Metric;

/**
 * Two rows of the same case side by side.
 *
 * @param winner column of the better row
 * @param loser column of the other
 * @param ratio how many times better the winner is, ≥ 1, with its Welch interval on the logarithms;
 *     the bounds are NaN where a side has fewer than 3 forks, and so is the ratio where a value is
 *     not positive
 * @param decided whether the interval excludes 1 and neither side is inlined or unsteady
 * @param reason why nothing is decided, empty where it is
 */
public record Contrast(
    CaseId id,
    Metric metric,
    String winner,
    String loser,
    Estimate ratio,
    boolean decided,
    String reason) {}
