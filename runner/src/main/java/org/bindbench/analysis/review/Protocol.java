package org.bindbench.analysis.review;

import java.util.List;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.GcLoad;
import org.bindbench.model.Timing;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.StressMetrics;

/** What the analysis must know of a way to measure: whether time counts, and what it compares. */
enum Protocol {
  RATE("rate", List.of(Metrics.RATE)),
  RETAINED("retained", List.of(Metrics.RETAINED_BYTES.id(), Metrics.CLEANUP_EFFICIENCY.id())),
  WEAKREF("weakref", List.of(Metrics.CLEARED_FIRST.id())),
  PLAIN("plain", List.of()),
  LIFECYCLE("lifecycle", List.of()),
  LEAK("leak", List.of()),
  SCALING("scaling", List.of()),
  CONCURRENT("concurrent", List.of()),
  PRESSURE(StressMetrics.PRESSURE, List.of()),
  POOL(StressMetrics.POOL, List.of(StressMetrics.GUEST_BYTES.id())),
  FRAGMENTATION(StressMetrics.FRAGMENTATION, List.of()),
  LIMIT(BeyondLimit.PROTOCOL, List.of()),
  RECOVERY(RecoveryMetrics.RECOVERY, List.of(RecoveryMetrics.RECOVERED.id())),
  GIVEN_BACK(RecoveryMetrics.GIVEN_BACK, List.of(RecoveryMetrics.HEAP_GIVEN_BACK.id())),
  GC(GcLoad.PROTOCOL, List.of()),
  CHURN(ChurnMetrics.PROTOCOL, List.of()),
  /** One that this version has no rules for. */
  OTHER("", List.of());

  private final String id;
  private final List<String> compared;

  Protocol(String id, List<String> compared) {
    this.id = id;
    this.compared = compared;
  }

  static Protocol of(CaseDeclaration declaration) {
    for (Protocol protocol : values())
      if (protocol.id.equals(declaration.protocol())) return protocol;
    return OTHER;
  }

  /** Whether its figures depend on the JIT, which they are then taken with. */
  boolean isTimed() {
    return Timing.of(id).isOnEngineItself();
  }

  /** Ids of the metrics whose best column is named. */
  List<String> compared() {
    return compared;
  }
}
