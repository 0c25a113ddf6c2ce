package org.bindbench.analysis.gate;

/**
 * What makes a comparison fail.
 *
 * @param failOn whether single rows fail it, the usual gates do, or nothing
 * @param mostCritical rows that may be critical, for the usual gates
 * @param mostMajor rows that may be major
 * @param mostRegressed share of the cases in which something could be seen that may be minor or
 *     worse
 * @param inconclusiveFails whether a row without a verdict fails
 * @param missingFails whether a row that the head lacks fails
 */
public record GateRules(
    FailOn failOn,
    int mostCritical,
    int mostMajor,
    double mostRegressed,
    boolean inconclusiveFails,
    boolean missingFails) {
  /** The usual gates: no critical row, three major ones, 30 % of the cases. */
  public static final GateRules USUAL = new GateRules(FailOn.GATES, 0, 3, 0.3, false, false);

  public GateRules {
    if (mostCritical < 0 || mostMajor < 0 || !(mostRegressed >= 0 && mostRegressed <= 1))
      throw new IllegalArgumentException(
          "gates allow at least 0 rows and a share from 0 to 1, but are "
              + mostCritical
              + ", "
              + mostMajor
              + ", "
              + mostRegressed);
  }

  /** The same with another answer to what fails. */
  public GateRules on(FailOn other) {
    return new GateRules(
        other, mostCritical, mostMajor, mostRegressed, inconclusiveFails, missingFails);
  }

  /** Whether a worsening can fail it at all. */
  public boolean blocks() {
    return failOn != FailOn.NEVER;
  }
}
