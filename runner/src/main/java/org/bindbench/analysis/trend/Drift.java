package org.bindbench.analysis.trend;

import java.time.Duration;
import org.bindbench.analysis.Estimate;

/**
 * How a series moves between its changes: Theil-Sen's slope over all levels, each with a height of
 * its own, with its 95 % interval.
 *
 * @param change what the slope makes of the whole span: a share where the values are positive, else
 *     in the metric's unit
 * @param relative whether the change is a share
 * @param span from the first reading to the last
 * @param isLarge whether the change is as large as the least that counts: a share of its own, or
 *     two robust deviations of the series where it is in the metric's unit
 * @param effect whether that is better or worse, by the metric's direction
 */
public record Drift(
    Estimate change, boolean relative, Duration span, boolean isLarge, Effect effect) {
  /** Whether the interval leaves zero out. */
  public boolean isSure() {
    return change.low() > 0 || change.high() < 0;
  }

  /** Whether it is sure and large. */
  public boolean counts() {
    return isSure() && isLarge;
  }
}
