package org.bindbench.analysis.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Threshold;
import org.bindbench.model.Threshold.Bound;

/** Holds the figures of rows to one threshold. */
record Limit(Threshold threshold) {
  RangeCheck check(CaseResult row) {
    String metric = threshold.metric().id();
    Optional<Summary> summary = row.summary(metric);
    Grade grade = summary.map(this::grade).orElse(Grade.UNAVAILABLE);
    return new RangeCheck(
        row.id(),
        row.column(),
        threshold.metric(),
        expectation(),
        origin(),
        summary.map(Summary::value).orElse(Double.NaN),
        summary.isPresent() ? "" : row.missing(metric),
        grade,
        threshold.fails() && grade == Grade.BAD);
  }

  /** By the whole interval; by the value where there is none. */
  Grade grade(Summary summary) {
    double low = summary.estimate().map(Estimate::low).orElse(summary.value());
    double high = summary.estimate().map(Estimate::high).orElse(summary.value());
    if (misses(threshold.critical(), low) && misses(threshold.critical(), high)) return Grade.BAD;
    if (misses(threshold.warning(), low) && misses(threshold.warning(), high)) return Grade.WARNED;
    boolean isDoubtful =
        List.of(threshold.critical(), threshold.warning()).stream()
            .anyMatch(bound -> misses(bound, low) || misses(bound, high));
    if (isDoubtful) return Grade.DOUBTFUL;
    boolean isOptimal =
        threshold.optimal().isPresent()
            && !misses(threshold.optimal(), low)
            && !misses(threshold.optimal(), high);
    return isOptimal ? Grade.OPTIMAL : Grade.GOOD;
  }

  private boolean misses(Optional<Bound> bound, double value) {
    return bound.filter(each -> !threshold.holds(value, each)).isPresent();
  }

  /** {@code ≥ 50 objects/s}; with more limits than the critical one, each by its name. */
  private String expectation() {
    Map<String, Bound> bounds = bounds();
    boolean isPlain = bounds.keySet().equals(java.util.Set.of("critical"));
    return bounds.entrySet().stream()
            .map(
                bound ->
                    (isPlain ? "" : bound.getKey() + " ")
                        + threshold.relation()
                        + " "
                        + inWords(bound.getValue().limit()))
            .collect(Collectors.joining(", "))
        + (isOfBytes() ? "" : " " + threshold.metric().unit());
  }

  /** {@code default}; where the limits come from several places, each with its name. */
  private String origin() {
    List<String> origins =
        new ArrayList<>(bounds().values().stream().map(Bound::origin).distinct().toList());
    if (origins.size() == 1) return origins.get(0);
    return bounds().entrySet().stream()
        .map(bound -> bound.getKey() + " " + bound.getValue().origin())
        .collect(Collectors.joining(", "));
  }

  private Map<String, Bound> bounds() {
    Map<String, Bound> bounds = new LinkedHashMap<>();
    threshold.critical().ifPresent(bound -> bounds.put("critical", bound));
    threshold.warning().ifPresent(bound -> bounds.put("warning", bound));
    threshold.optimal().ifPresent(bound -> bounds.put("optimal", bound));
    return bounds;
  }

  /** Bytes as figures show them too, so that both can be compared at a glance. */
  private String inWords(double limit) {
    return isOfBytes() ? Figures.bytes(limit) + " (" + exact(limit) + " bytes)" : exact(limit);
  }

  private boolean isOfBytes() {
    return threshold.metric().unit().equals("bytes");
  }

  private static String exact(double limit) {
    return limit == Math.rint(limit)
        ? String.format(Locale.ROOT, "%,.0f", limit)
        : Double.toString(limit);
  }
}
