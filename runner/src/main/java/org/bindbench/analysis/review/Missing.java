package org.bindbench.analysis.review;

import org.bindbench.analysis.CaseResult;
import org.bindbench.model.Absent;

/** Why a row lacks a figure. */
final class Missing {
  private Missing() {}

  /** The status and reason of a row without figures, or why this one of its metrics is absent. */
  static String reason(CaseResult row, String metric) {
    if (!row.isCompleted() && row.absent().isEmpty())
      return row.reason().isEmpty() ? row.status() : row.status() + ": " + row.reason();
    return row.absent().stream()
        .filter(absent -> absent.metric().id().equals(metric))
        .map(Absent::reason)
        .findFirst()
        .orElse(metric + " was not delivered");
  }
}
