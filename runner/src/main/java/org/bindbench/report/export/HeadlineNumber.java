package org.bindbench.report.export;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Summary;
import org.bindbench.model.BindingStyle;

/** The four numbers by their names in files, and the cases that give them. */
enum HeadlineNumber {
  OBJECT_CREATION_RATE("object_creation_rate", "bound_object_creation", "object_creation", "rate"),
  METHOD_CALL_RATE("method_call_rate", "bound_method_call", "method_call", "rate"),
  MEMORY_EFFICIENCY(
      "memory_efficiency", "memory_per_bound_object", "memory_per_object", "retained_bytes"),
  CLEANUP_EFFICIENCY(
      "cleanup_efficiency", "memory_per_bound_object", "memory_per_object", "cleanup_efficiency");

  private final String id;
  private final String boundCase;
  private final String ownCase;
  private final String metric;

  HeadlineNumber(String id, String boundCase, String ownCase, String metric) {
    this.id = id;
    this.boundCase = boundCase;
    this.ownCase = ownCase;
    this.metric = metric;
  }

  String id() {
    return id;
  }

  private String caseName(BindingStyle style) {
    return style == BindingStyle.OWN ? ownCase : boundCase;
  }

  /** The row that gives the number to one engine in one style: its first variant. */
  Optional<CaseResult> row(List<CaseResult> rows, BindingStyle style) {
    return rows.stream()
        .filter(row -> row.style() == style && row.id().name().equals(caseName(style)))
        .findFirst();
  }

  /** The number, empty where the row has none or its work was inlined. */
  Optional<Double> value(CaseResult row) {
    if (row.flags().contains("inlined")) return Optional.empty();
    return row.summary(metric).map(Summary::value).filter(Double::isFinite);
  }

  /** Why there is no number. */
  String missing(Optional<CaseResult> row, BindingStyle style) {
    if (row.isEmpty()) return caseName(style) + " was not run here";
    CaseResult found = row.get();
    if (found.flags().contains("inlined")) {
      return "inlined: an operation takes less than 1 ns, so its rate is no headline";
    }
    return found.absent().stream()
        .filter(absent -> absent.metric().id().equals(metric))
        .map(absent -> absent.reason())
        .findFirst()
        .orElse(found.status() + (found.reason().isEmpty() ? "" : ": " + found.reason()));
  }
}
