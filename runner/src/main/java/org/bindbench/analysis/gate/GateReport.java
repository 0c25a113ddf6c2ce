package org.bindbench.analysis.gate;

import java.util.List;
import org.bindbench.analysis.change.Comparison;

/**
 * Every gate of a comparison, judged.
 *
 * @param judged rows that could show something; 0 where nothing was judged at all
 * @param unlike rows whose circumstances differ, which count nowhere
 * @param interrupted whether something was left unmeasured, so that passing would say nothing
 */
public record GateReport(
    GateRules rules, List<GateResult> results, int judged, int unlike, boolean interrupted) {
  public GateReport {
    results = List.copyOf(results);
  }

  /** The same of a run that was interrupted. */
  public GateReport ofInterrupted() {
    return new GateReport(rules, results, judged, unlike, true);
  }

  /** What all of them come to. */
  public enum Outcome {
    PASSED("passed"),
    FAILED("failed"),
    /** No row could have shown anything, or not all of it was measured: that is no pass. */
    NOT_JUDGED("not judged");

    private final String title;

    Outcome(String title) {
      this.title = title;
    }

    /** The words people read. */
    public String title() {
      return title;
    }
  }

  /**
   * FAILED where a gate failed, else NOT_JUDGED where no row could show anything or the run was
   * interrupted.
   */
  public Outcome outcome() {
    if (results.stream().anyMatch(GateResult::failed)) return Outcome.FAILED;
    return judged == 0 || interrupted ? Outcome.NOT_JUDGED : Outcome.PASSED;
  }

  /** Why it is not judged, in a clause; empty where it is. */
  public String obstacle() {
    if (outcome() != Outcome.NOT_JUDGED) return "";
    return interrupted
        ? "the run was interrupted before everything was measured"
        : "no row could have shown a change";
  }

  /** The gates that failed. */
  public List<GateResult> failures() {
    return results.stream().filter(GateResult::failed).toList();
  }

  /** Whether the row is one of those behind a gate that failed. */
  public boolean isFailure(Comparison comparison) {
    return results.stream()
        .filter(GateResult::failed)
        .flatMap(result -> result.rows().stream())
        .anyMatch(row -> row.subject().equals(comparison.subject()));
  }
}
