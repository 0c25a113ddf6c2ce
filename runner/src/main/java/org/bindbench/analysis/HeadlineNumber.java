package org.bindbench.analysis;

import java.util.Optional;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.metric.Metrics;

/** The four numbers that a language is known by, and the cases that give them. */
public enum HeadlineNumber {
  OBJECT_CREATION_RATE(
      "object_creation_rate",
      "objects created",
      "objects/s",
      "bound_object_creation",
      "object_creation",
      Metrics.RATE),
  METHOD_CALL_RATE(
      "method_call_rate",
      "methods called",
      "calls/s",
      "bound_method_call",
      "method_call",
      Metrics.RATE),
  MEMORY_EFFICIENCY(
      "memory_efficiency",
      "memory kept",
      Metrics.RETAINED_BYTES.unit(),
      "memory_per_bound_object",
      "memory_per_object",
      Metrics.RETAINED_BYTES.id()),
  CLEANUP_EFFICIENCY(
      "cleanup_efficiency",
      "memory given back",
      Metrics.CLEANUP_EFFICIENCY.unit(),
      "memory_per_bound_object",
      "memory_per_object",
      Metrics.CLEANUP_EFFICIENCY.id());

  private final String id;
  private final String title;
  private final String unit;
  private final String boundCase;
  private final String ownCase;
  private final String metric;

  HeadlineNumber(
      String id, String title, String unit, String boundCase, String ownCase, String metric) {
    this.id = id;
    this.title = title;
    this.unit = unit;
    this.boundCase = boundCase;
    this.ownCase = ownCase;
    this.metric = metric;
  }

  /** Its name in files. */
  public String id() {
    return id;
  }

  /** What people read. */
  public String title() {
    return title;
  }

  /** Unit of its values. */
  public String unit() {
    return unit;
  }

  /**
   * Name of the case that gives it: the one of bound objects, except in the language's own style.
   */
  public String caseName(BindingStyle style) {
    return style == BindingStyle.OWN ? ownCase : boundCase;
  }

  /** The number as this row of its case gives it, empty where it has none or was inlined. */
  public Optional<Double> figure(CaseResult row) {
    if (row.hasFlag(CaseResult.INLINED)) return Optional.empty();
    return row.summary(metric).map(Summary::value).filter(Double::isFinite);
  }

  /** Why the row does not give it. */
  public String missing(CaseResult row) {
    return row.hasFlag(CaseResult.INLINED)
        ? "inlined: an operation takes less than 1 ns, so its rate is no headline"
        : row.missing(metric);
  }
}
