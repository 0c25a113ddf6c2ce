package org.bindbench.report;

import java.util.List;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.leak.LeakAlarm;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.model.Language;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.report.comparison.ComparisonExit;

/** The exit code that a finished run earns, as a pure function of its outcomes. */
public final class ExitCode {
  /** Every trial ran, or ended in a way that is listed and accuses nobody. */
  public static final int PASSED = 0;

  /**
   * A figure lies beyond a critical limit that is marked as failing, a gate failed, or a leak is
   * critical.
   */
  public static final int THRESHOLD_MISSED = 1;

  /** A trial errored, or a measurement is not valid. */
  public static final int TRIAL_ERRORED = 3;

  private ExitCode() {}

  /**
   * {@value #TRIAL_ERRORED} where a trial errored, or where a control is called a leak or a planted
   * one was not found; else {@value #THRESHOLD_MISSED} where a threshold that fails the run was
   * missed, a leak that nobody declared is critical, or a gate against its baseline failed; else
   * {@value #TRIAL_ERRORED} where such gates were to fail it and not one row could be compared;
   * else {@value #PASSED}. What is unsupported, skipped, denied, eliminated or unsteady never
   * changes it.
   */
  public static int of(RunAnalysis analysis) {
    int own =
        of(
            Stream.concat(
                analysis.run().measuring(),
                analysis.results().stream().flatMap(row -> row.trials().stream())),
            analysis.checks().stream(),
            LeakReview.of(analysis),
            LeakAlarm.of(analysis));
    return own == PASSED ? analysis.baseline().map(ComparisonExit::ofGates).orElse(PASSED) : own;
  }

  /** The same for the rows of one language. */
  public static int of(RunAnalysis analysis, Language language) {
    Engines engines = new Engines(analysis);
    return of(
        Stream.concat(
            analysis.run().measuring().filter(trial -> engines.language(trial.spec()) == language),
            analysis.results().stream()
                .filter(row -> engines.language(row) == language)
                .flatMap(row -> row.trials().stream())),
        analysis.results().stream()
            .filter(row -> engines.language(row) == language)
            .map(CaseResult::title)
            .distinct()
            .flatMap(
                title -> analysis.checks().stream().filter(check -> check.subject().equals(title))),
        LeakReview.of(analysis).stream()
            .filter(row -> engines.language(row.spec()) == language)
            .toList(),
        LeakAlarm.of(analysis).stream()
            .filter(alarm -> engines.language(alarm.spec()) == language)
            .toList());
  }

  /** Whether one row counts as failed: a fork of it errored. */
  public static boolean isError(CaseResult row) {
    return row.trials().stream().map(TrialRecord::outcome).anyMatch(TrialOutcome::isError);
  }

  private static int of(
      Stream<TrialRecord> trials,
      Stream<RangeCheck> checks,
      List<LeakRow> leaks,
      List<LeakAlarm> alarms) {
    if (trials.map(TrialRecord::outcome).anyMatch(TrialOutcome::isError)) return TRIAL_ERRORED;
    if (leaks.stream().anyMatch(LeakRow::isInvalid)) return TRIAL_ERRORED;
    return checks.anyMatch(RangeCheck::fails) || alarms.stream().anyMatch(LeakAlarm::fails)
        ? THRESHOLD_MISSED
        : PASSED;
  }
}
