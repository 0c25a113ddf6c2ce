package org.bindbench.analysis.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.model.Environment;
import org.bindbench.model.Plan;
import org.bindbench.model.comparison.ComparisonPlan;

/**
 * A comparison, judged: what every report of it is made from.
 *
 * @param interleaved whether both sides were measured next to each other; false for two finished
 *     runs
 * @param rows one per metric of a case, in the order of the suites
 * @param measuredAgain number of trials that stage two took
 * @param failOn from which magnitude on a worsening fails it
 * @param inconclusiveFails whether an inconclusive row fails it
 * @param errors number of trials that errored on either side
 * @param notes what a reader must know of the whole, in sentences
 */
public record ComparedRun(
    String id,
    Instant startedAt,
    Duration elapsed,
    Environment environment,
    Plan plan,
    ComparisonPlan sides,
    boolean interleaved,
    List<ComparedRow> rows,
    int measuredAgain,
    FailOn failOn,
    boolean inconclusiveFails,
    int errors,
    List<String> notes) {
  public ComparedRun {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** The rows that fail it, in the order of all. */
  public List<ComparedRow> failures() {
    return rows.stream().filter(this::isFailure).toList();
  }

  /** Whether the row fails the comparison. */
  public boolean isFailure(ComparedRow row) {
    return failOn.isReachedBy(row.comparison())
        || inconclusiveFails && row.comparison().verdict() == Verdict.INCONCLUSIVE;
  }

  /** How many rows have that verdict. */
  public int count(Verdict verdict) {
    return (int) rows.stream().filter(row -> row.comparison().verdict() == verdict).count();
  }
}
