package org.bindbench.analysis.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.gate.Gatekeeper;
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
 * @param gates what it was held to, and what came of that
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
    GateReport gates,
    int errors,
    List<String> notes) {
  public ComparedRun {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * Holds rows to the rules.
   *
   * @param errors number of trials that errored on either side
   * @param missedThresholds figures of the head that missed a threshold which fails, in words
   */
  public static GateReport held(
      GateRules rules, List<ComparedRow> rows, int errors, List<String> missedThresholds) {
    return Gatekeeper.judge(
        rules, rows.stream().map(ComparedRow::gated).toList(), errors, missedThresholds);
  }

  /** From which magnitude on a worsening fails it, or that the usual gates do. */
  public FailOn failOn() {
    return gates.rules().failOn();
  }

  /** Whether an inconclusive row fails it. */
  public boolean inconclusiveFails() {
    return gates.rules().inconclusiveFails();
  }

  /** Whether any gate failed. */
  public boolean isFailed() {
    return gates.outcome() == GateReport.Outcome.FAILED;
  }

  /** The rows that fail it, in the order of all. */
  public List<ComparedRow> failures() {
    return rows.stream().filter(this::isFailure).toList();
  }

  /** Whether the row fails the comparison. */
  public boolean isFailure(ComparedRow row) {
    return gates.isFailure(row.comparison());
  }

  /** How many rows have that verdict. */
  public int count(Verdict verdict) {
    return (int) rows.stream().filter(row -> row.comparison().verdict() == verdict).count();
  }
}
