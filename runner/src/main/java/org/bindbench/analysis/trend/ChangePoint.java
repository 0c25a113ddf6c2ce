package org.bindbench.analysis.trend;

import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.past.RunMark;

/**
 * Runs from here on are of another level than those before.
 *
 * @param index of the first reading after the change
 * @param last the last run before it
 * @param first the first run after it
 * @param before level of the runs before it, back to the change before that: the geometric mean
 *     where all values of the series are positive, else the arithmetic mean, after outliers were
 *     taken out
 * @param after the same of the runs after it
 * @param change after / before − 1 with Welch's interval where values are positive; else after −
 *     before with an interval of the same kind. The place was chosen for the difference, so the
 *     interval is on the narrow side
 * @param relative whether the change is a share, or else in the metric's unit
 * @param pValue by permutation
 * @param effect whether that is better or worse, by the metric's direction
 */
public record ChangePoint(
    int index,
    RunMark last,
    RunMark first,
    double before,
    double after,
    Estimate change,
    boolean relative,
    double pValue,
    Effect effect) {
  /** Whether both runs next to the change measured one and the same commit, with no changes. */
  public boolean isWithinOneCommit() {
    return last.commit().isPresent() && last.commit().equals(first.commit());
  }
}
