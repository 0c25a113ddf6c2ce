package org.bindbench.analysis.selfcheck;

import java.util.List;

/**
 * How often a change was called between two sides of the same code.
 *
 * <p>The comparisons of one run share a machine and its moods, so the bound that holds is the one
 * over runs; that over comparisons would hold if they were independent.
 *
 * @param runs runs with a false alarm, of all runs with a comparison
 * @param comparisons false alarms, of all comparisons that could have raised one
 * @param alarms the false alarms themselves
 */
public record FalseAlarms(Share runs, Share comparisons, List<Finding> alarms) {
  /** Compact constructor: copies the alarms. */
  public FalseAlarms {
    alarms = List.copyOf(alarms);
  }

  /** Counts them; runs with planted operations are passed over. */
  public static FalseAlarms of(List<CheckedRun> runs) {
    List<List<Finding>> judged =
        runs.stream()
            .filter(run -> run.planted() == 0)
            .map(FalseAlarms::judged)
            .filter(findings -> !findings.isEmpty())
            .toList();
    List<Finding> alarms =
        judged.stream().flatMap(List::stream).filter(Finding::isFalseAlarm).toList();
    int alarmed =
        (int) judged.stream().filter(run -> run.stream().anyMatch(Finding::isFalseAlarm)).count();
    return new FalseAlarms(
        new Share(alarmed, judged.size()),
        new Share(alarms.size(), judged.stream().mapToInt(List::size).sum()),
        alarms);
  }

  /** What is never judged can raise no alarm. */
  static List<Finding> judged(CheckedRun run) {
    return run.findings().stream().filter(Finding::isJudged).toList();
  }
}
