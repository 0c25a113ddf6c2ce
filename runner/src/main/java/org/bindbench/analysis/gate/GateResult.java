package org.bindbench.analysis.gate;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.change.Comparison;

/**
 * One gate, judged.
 *
 * @param value what was found: a number of rows or trials, or for {@link Kind#REGRESSED} a share;
 *     NaN where there is nothing to take a share of
 * @param limit the largest value that passes
 * @param rows the rows behind the value
 * @param named what is behind it that is no row of a comparison, such as a missed threshold
 * @param seen what the gate could have seen; empty where it does not look for changes
 */
public record GateResult(
    Kind kind,
    double value,
    double limit,
    Status status,
    List<Comparison> rows,
    List<String> named,
    Optional<Sensitivity> seen) {
  public GateResult {
    rows = List.copyOf(rows);
    named = List.copyOf(named);
  }

  /** What a gate looks at. */
  public enum Kind {
    /** Single rows, from a magnitude on. */
    ROW,
    /** Rows that are critical. */
    CRITICAL,
    /** Rows that are major. */
    MAJOR,
    /** Share of the cases that are minor or worse. */
    REGRESSED,
    /** Figures of the head beyond a critical threshold that is marked as failing. */
    THRESHOLDS,
    /** Rows and trials of the head that errored. */
    ERRORS,
    /** Rows of the base that the head lacks. */
    MISSING,
    /** Rows without a verdict. */
    INCONCLUSIVE
  }

  /** How it stands. */
  public enum Status {
    PASSED("passed"),
    /** Beyond its limit; the comparison fails. */
    FAILED("failed"),
    /** Beyond its limit, which is told and fails nothing. */
    TOLD("told, fails nothing"),
    /** There was nothing that could have been seen. */
    NOT_JUDGED("not judged");

    private final String title;

    Status(String title) {
      this.title = title;
    }

    /** The words people read. */
    public String title() {
      return title;
    }
  }

  /** Whether it fails the comparison. */
  public boolean failed() {
    return status == Status.FAILED;
  }
}
