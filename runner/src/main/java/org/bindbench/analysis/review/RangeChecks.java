package org.bindbench.analysis.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.Thresholds;
import org.bindbench.model.Metrics;

/** Holds each row's figures to what such suites are expected to reach. */
final class RangeChecks {
  private RangeChecks() {}

  static List<RangeCheck> of(List<CaseResult> rows, Thresholds thresholds, Languages languages) {
    return rows.stream()
        .filter(row -> !row.isControl())
        .flatMap(row -> checks(row, thresholds, languages).map(limit -> limit.check(row)))
        .toList();
  }

  private static Stream<Limit> checks(CaseResult row, Thresholds thresholds, Languages languages) {
    return switch (Protocol.of(row.declaration())) {
      case RATE -> leastRate(row.declaration().unit(), thresholds).stream();
      case RETAINED ->
          Stream.concat(
              Stream.of(Limit.below(Metrics.RETAINED_BYTES, thresholds.memoryBytes())),
              languages
                  .of(row)
                  .flatMap(each -> Optional.ofNullable(thresholds.cleanupPercent().get(each)))
                  .map(percent -> Limit.above(Metrics.CLEANUP_EFFICIENCY, percent))
                  .stream());
      case WEAKREF -> Stream.of(Limit.atLeast(Metrics.CLEARED_FIRST, thresholds.clearedPercent()));
      case PLAIN, LIFECYCLE, SCALING, CONCURRENT, OTHER -> Stream.empty();
    };
  }

  private static Optional<Limit> leastRate(String unit, Thresholds thresholds) {
    return switch (unit) {
      case "objects" -> Optional.of(Limit.atLeast(Metrics.rate(unit), thresholds.creationRate()));
      case "calls" -> Optional.of(Limit.atLeast(Metrics.rate(unit), thresholds.callRate()));
      default -> Optional.empty();
    };
  }
}
