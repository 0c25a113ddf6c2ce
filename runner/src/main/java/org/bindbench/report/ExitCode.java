package org.bindbench.report;

import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Language;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;

/** The exit code that a finished run earns, as a pure function of its outcomes. */
public final class ExitCode {
  /** Every trial ran, or ended in a way that is listed and accuses nobody. */
  public static final int PASSED = 0;

  /** A trial errored. */
  public static final int TRIAL_ERRORED = 3;

  private ExitCode() {}

  /**
   * {@value #PASSED} or {@value #TRIAL_ERRORED}. What is unsupported, skipped, denied, eliminated
   * or unsteady never changes it.
   */
  public static int of(RunAnalysis analysis) {
    return of(
        Stream.concat(
            analysis.run().trials().stream(),
            analysis.results().stream().flatMap(row -> row.trials().stream())));
  }

  /** The same for the rows of one language. */
  public static int of(RunAnalysis analysis, Language language) {
    Engines engines = new Engines(analysis);
    return of(
        Stream.concat(
            analysis.run().trials().stream()
                .filter(trial -> engines.language(trial.spec()) == language),
            analysis.results().stream()
                .filter(row -> engines.language(row) == language)
                .flatMap(row -> row.trials().stream())));
  }

  /** Whether one row counts as failed: a fork of it errored. */
  public static boolean isError(CaseResult row) {
    return of(row.trials().stream()) != PASSED;
  }

  private static int of(Stream<TrialRecord> trials) {
    return trials.map(TrialRecord::outcome).anyMatch(TrialOutcome::isError)
        ? TRIAL_ERRORED
        : PASSED;
  }
}
