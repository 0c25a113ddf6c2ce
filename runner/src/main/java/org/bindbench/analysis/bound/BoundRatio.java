package org.bindbench.analysis.bound;

import java.util.List;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summary;
import org.bindbench.model.CaseId;

/**
 * A figure of bound objects over that of the language's own, on one engine.
 *
 * @param own the case of the language's own
 * @param bound the bound case
 * @param column engine, binding style and setup of the bound row
 * @param ownFigure over its forks
 * @param boundFigure over its forks
 * @param ratio bound over own with Welch's interval; bounds are NaN where a side has fewer than 3
 *     forks or a value that is not positive, and so is the ratio where there is none
 * @param withoutJit whether the figures come from a worker without the JIT
 * @param caveats what stands against either figure
 */
public record BoundRatio(
    Counterpart counterpart,
    CaseId own,
    CaseId bound,
    Column column,
    Summary ownFigure,
    Summary boundFigure,
    Estimate ratio,
    boolean withoutJit,
    List<Caveat> caveats) {
  public BoundRatio {
    caveats = List.copyOf(caveats);
  }

  /** Whether both figures repeat the same value in every fork. */
  public boolean isTie() {
    return ratio.low() == 1 && ratio.high() == 1;
  }

  /** Whether the interval says that the two differ. */
  public boolean isDecided() {
    return ratio.low() > 1 || ratio.high() < 1;
  }
}
