package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** Figures outside what such suites are expected to reach, or not surely inside. */
final class MissedRanges implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return run.checks().stream()
        .filter(check -> check.grade() == Grade.BAD || check.grade() == Grade.DOUBTFUL)
        .map(MissedRanges::remark)
        .toList();
  }

  private static Remark remark(RangeCheck check) {
    String figure = check.figure() + ", expected " + check.expectation();
    return check.grade() == Grade.BAD
        ? new Remark(Severity.WARNING, check.subject(), "outside the range: " + figure, "")
        : new Remark(
            Severity.NOTE,
            check.subject(),
            "the limit lies inside the interval: " + figure,
            "more forks narrow the interval");
  }
}
