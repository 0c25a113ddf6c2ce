package org.bindbench.analysis.gate;

import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.change.Verdict;

/**
 * A row as gates see it.
 *
 * @param gate how much of a change counted
 * @param standing how far both sides are there
 */
public record GatedRow(Comparison comparison, Gate gate, Standing standing) {
  /** Whether the row has been compared, with or without a finding. */
  boolean counts() {
    return standing == Standing.PRESENT && comparison.verdict() != Verdict.NOT_COMPARABLE;
  }

  /**
   * Whether something could have been found: there is a verdict, or values that a test was made of
   * and a smallest change that it finds. A clock that stands still has neither.
   */
  boolean sees() {
    return counts()
        && (comparison.verdict() != Verdict.INCONCLUSIVE
            || comparison.stageOne().isPresent() && Double.isFinite(comparison.detectable()));
  }

  boolean isOf(Magnitude magnitude) {
    return comparison.magnitude().filter(found -> found == magnitude).isPresent();
  }

  boolean isAtLeast(Magnitude magnitude) {
    return comparison.magnitude().filter(found -> found.compareTo(magnitude) >= 0).isPresent();
  }

  /**
   * From which worsening on the row would have been called that bad in 80 of 100 cases: (1 + share)
   * · (1 + detectable) − 1, since the near end of an interval is beyond 1 + share as often as that
   * of an interval as wide around a change smaller by that factor is beyond 1.
   *
   * @return NaN where unknown
   */
  double seen(Magnitude magnitude) {
    if (!sees()) return Double.NaN;
    return (1 + FailOn.share(magnitude, gate)) * (1 + comparison.detectable()) - 1;
  }
}
