package org.bindbench.analysis.growth;

import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.Summary;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;

/** Holds the exponents of a scaling case to the growth that the case declares. */
public final class GrowthChecks {
  /** An exponent may be this much above the declared one. */
  public static final double TOLERANCE = 0.15;

  private GrowthChecks() {}

  /** A check of time and one of memory for each row of the scaling protocol that has figures. */
  public static List<RangeCheck> of(List<CaseResult> rows) {
    return rows.stream()
        .filter(row -> row.declaration().protocol().equals("scaling") && !row.isControl())
        .flatMap(GrowthChecks::checks)
        .toList();
  }

  private static Stream<RangeCheck> checks(CaseResult row) {
    LongSummaryStatistics sizes = sizes(row);
    if (sizes.getCount() == 0) return Stream.empty();
    double limit = row.declaration().grows().exponent(sizes.getMin(), sizes.getMax()) + TOLERANCE;
    return Stream.of(check(row, Fit.TIME, limit), check(row, Fit.MEMORY, limit));
  }

  private static RangeCheck check(CaseResult row, Fit fit, double limit) {
    Optional<Summary> summary = row.summary(fit.slope().id());
    String what = fit == Fit.TIME ? "time" : "memory";
    return new RangeCheck(
        row.id(),
        row.column(),
        fit.slope(),
        String.format(
            Locale.ROOT,
            "%s as %s: exponent ≤ %.2f",
            what,
            row.declaration().grows().title(),
            limit),
        "default",
        summary.map(Summary::value).orElse(Double.NaN),
        summary.isPresent() ? "" : row.missing(fit.slope().id()),
        summary.map(each -> grade(each, limit)).orElse(Grade.UNAVAILABLE),
        false);
  }

  /** BAD where the whole interval is above the limit, DOUBTFUL where it reaches above it. */
  static Grade grade(Summary exponent, double limit) {
    double low = exponent.estimate().map(Estimate::low).orElse(exponent.value());
    double high = exponent.estimate().map(Estimate::high).orElse(exponent.value());
    if (low > limit) return Grade.BAD;
    return high > limit ? Grade.DOUBTFUL : Grade.GOOD;
  }

  private static LongSummaryStatistics sizes(CaseResult row) {
    return row.trials().stream()
        .filter(trial -> trial.outcome() instanceof Completed)
        .flatMap(trial -> ((Completed) trial.outcome()).samples().stream())
        .filter(sample -> sample.metric().equals(Metrics.SIZE_NANOS.id()))
        .mapToLong(Sample::operations)
        .summaryStatistics();
  }
}
