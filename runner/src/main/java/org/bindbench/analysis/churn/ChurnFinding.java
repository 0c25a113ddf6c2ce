package org.bindbench.analysis.churn;

import java.util.Optional;
import java.util.OptionalDouble;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.leak.Severity;
import org.bindbench.model.metric.ChurnReading;

/**
 * What one reading of one row says.
 *
 * @param perContext growth per guest with its 95 % interval, the first quarter of the guests left
 *     out; empty where there are too few for an interval
 * @param severity of a leak of bytes, by the fewest that all guests can have kept
 * @param reason what the verdict was based on
 * @param before the reading before the first guest
 * @param after the reading after the last one was closed
 * @param late the reading some seconds later, where threads were waited for
 * @param closed the reading when what the guests shared was closed as well
 */
public record ChurnFinding(
    ChurnReading reading,
    ChurnVerdict verdict,
    Optional<Estimate> perContext,
    Optional<Severity> severity,
    String reason,
    double before,
    double after,
    OptionalDouble late,
    OptionalDouble closed) {
  /** What all guests together added. */
  public double total() {
    return after - before;
  }

  /** Whether it is a confirmed leak. */
  public boolean isLeak() {
    return verdict == ChurnVerdict.LEAK;
  }

  /** Whether it grows with the guests, confirmed or not. */
  public boolean isRising() {
    return isLeak() || verdict == ChurnVerdict.SUSPICION;
  }

  /** Whether it is counted in things and what grew had gone some seconds later. */
  public boolean isLate() {
    return late.isPresent() && after > before && late.getAsDouble() <= before;
  }
}
