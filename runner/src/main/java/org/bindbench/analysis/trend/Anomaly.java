package org.bindbench.analysis.trend;

import org.bindbench.analysis.past.Reading;

/**
 * A run that stands out among the runs of its level.
 *
 * @param index of the reading in its series
 * @param usual median of the level
 * @param score by how many robust deviations it lies above the median; negative below
 */
public record Anomaly(int index, Reading reading, double usual, double score, Effect effect) {}
