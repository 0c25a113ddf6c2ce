package org.bindbench.analysis.review;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Metric;

/**
 * One side that a metric must stay on.
 *
 * @param relation as people read it: ≥, &gt; or &lt;
 * @param holds whether a value is on that side
 */
record Limit(Metric metric, String relation, double limit, DoublePredicate holds) {
  static Limit atLeast(Metric metric, double limit) {
    return new Limit(metric, "≥", limit, value -> value >= limit);
  }

  static Limit above(Metric metric, double limit) {
    return new Limit(metric, ">", limit, value -> value > limit);
  }

  static Limit below(Metric metric, double limit) {
    return new Limit(metric, "<", limit, value -> value < limit);
  }

  RangeCheck check(CaseResult row) {
    Optional<Summary> summary = row.summary(metric.id());
    return new RangeCheck(
        row.id(),
        row.column(),
        metric,
        relation + " " + exact(limit) + " " + metric.unit(),
        summary.map(Summary::value).orElse(Double.NaN),
        summary.isPresent() ? "" : row.missing(metric.id()),
        summary.map(this::grade).orElse(Grade.UNAVAILABLE));
  }

  /** By the whole interval; by the value where there is none. */
  Grade grade(Summary summary) {
    boolean low = holds.test(summary.estimate().map(Estimate::low).orElse(summary.value()));
    boolean high = holds.test(summary.estimate().map(Estimate::high).orElse(summary.value()));
    if (low != high) return Grade.DOUBTFUL;
    return low ? Grade.GOOD : Grade.BAD;
  }

  private static String exact(double limit) {
    return limit == Math.rint(limit)
        ? String.format(Locale.ROOT, "%,.0f", limit)
        : Double.toString(limit);
  }
}
