package org.bindbench.report.comparison;

import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.ExitCode;

/** The exit code that a comparison earns. */
public final class ComparisonExit {
  /** A row fails the gate. */
  public static final int GATE_FAILED = 1;

  private ComparisonExit() {}

  /**
   * {@value ExitCode#TRIAL_ERRORED} where a trial errored, else {@value #GATE_FAILED} where a row
   * fails the gate, else {@value ExitCode#PASSED}.
   */
  public static int of(ComparedRun run) {
    if (run.errors() > 0) return ExitCode.TRIAL_ERRORED;
    return run.failures().isEmpty() ? ExitCode.PASSED : GATE_FAILED;
  }
}
