package org.bindbench.analysis.review;

import java.util.List;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Metrics;

/** What the analysis must know of a way to measure: whether time counts, and what it compares. */
enum Protocol {
  RATE("rate", true, List.of(Metrics.RATE)),
  RETAINED(
      "retained", false, List.of(Metrics.RETAINED_BYTES.id(), Metrics.CLEANUP_EFFICIENCY.id())),
  WEAKREF("weakref", false, List.of(Metrics.CLEARED_FIRST.id())),
  PLAIN("plain", true, List.of()),
  /** One that this version has no rules for. */
  OTHER("", false, List.of());

  private final String id;
  private final boolean timed;
  private final List<String> compared;

  Protocol(String id, boolean timed, List<String> compared) {
    this.id = id;
    this.timed = timed;
    this.compared = compared;
  }

  static Protocol of(CaseDeclaration declaration) {
    for (Protocol protocol : values())
      if (protocol.id.equals(declaration.protocol())) return protocol;
    return OTHER;
  }

  /** Whether its figures are times, so that they depend on the JIT. */
  boolean isTimed() {
    return timed;
  }

  /** Ids of the metrics whose best column is named. */
  List<String> compared() {
    return compared;
  }
}
