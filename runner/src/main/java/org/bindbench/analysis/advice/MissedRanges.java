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
        .filter(check -> check.grade() == Grade.BAD || check.isDoubtful())
        .map(MissedRanges::remark)
        .toList();
  }

  private static Remark remark(RangeCheck check) {
    String figure = check.what() + check.figure() + ", expected " + check.expected();
    return switch (check.grade()) {
      case BAD ->
          new Remark(
              check.fails() ? Severity.ERROR : Severity.WARNING,
              check.subject(),
              "outside the range: " + figure,
              "");
      case WARNED ->
          new Remark(Severity.WARNING, check.subject(), "beyond the warning: " + figure, "");
      default ->
          new Remark(
              Severity.NOTE,
              check.subject(),
              "the limit lies inside the interval: " + figure,
              "more forks narrow the interval");
    };
  }
}
