package org.bindbench.report.comparison;

import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.ExitCode;

/** The exit code that a comparison earns. */
public final class ComparisonExit {
  /** A gate failed. */
  public static final int GATE_FAILED = 1;

  private ComparisonExit() {}

  /**
   * {@value ExitCode#TRIAL_ERRORED} where a trial errored, else {@value #GATE_FAILED} where a gate
   * failed, else {@value ExitCode#TRIAL_ERRORED} where gates were to fail it and not one row could
   * be compared, else {@value ExitCode#PASSED}.
   */
  public static int of(ComparedRun run) {
    if (run.errors() > 0) return ExitCode.TRIAL_ERRORED;
    return ofGates(run);
  }

  /** The same of what a run is held to, whatever became of its trials. */
  public static int ofGates(ComparedRun run) {
    if (run.isFailed()) return GATE_FAILED;
    boolean none = run.count(Verdict.NOT_COMPARABLE) == run.rows().size();
    return none && run.gates().rules().blocks() ? ExitCode.TRIAL_ERRORED : ExitCode.PASSED;
  }
}
