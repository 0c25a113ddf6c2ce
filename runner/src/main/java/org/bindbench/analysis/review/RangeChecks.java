package org.bindbench.analysis.review;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Threshold;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Holds each row's figures to what they are expected to reach. */
final class RangeChecks {
  private RangeChecks() {}

  static List<RangeCheck> of(
      List<CaseResult> rows, List<Threshold> thresholds, Languages languages) {
    return rows.stream()
        .filter(row -> !row.isControl())
        .flatMap(
            row ->
                thresholds.stream()
                    .filter(threshold -> languages.is(row, threshold.language()))
                    .filter(threshold -> concerns(threshold.metric(), row))
                    .map(threshold -> new Limit(threshold).check(row)))
        .toList();
  }

  /** Whether the row has the figure, or would have it had nothing failed. */
  private static boolean concerns(Metric metric, CaseResult row) {
    if (metric.id().equals(Metrics.RATE)
        && !metric.unit().equals(Metrics.rate(row.declaration().unit()).unit())) return false;
    return row.summary(metric.id())
        .map(Summary::metric)
        .map(measured -> !measured.reported())
        .orElseGet(
            () ->
                Protocol.of(row.declaration()).compared().contains(metric.id())
                    || row.absent().stream()
                        .anyMatch(absent -> absent.metric().id().equals(metric.id())));
  }
}
