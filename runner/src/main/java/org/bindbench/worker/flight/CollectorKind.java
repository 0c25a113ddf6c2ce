package org.bindbench.worker.flight;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;

/** The collectors that differ in what can be told of them. */
enum CollectorKind {
  SERIAL,
  PARALLEL,
  G1,
  /** ZGC with generations. */
  ZGC,
  /** ZGC before it had generations, as in JDK 17. */
  UNDIVIDED_ZGC,
  OTHER;

  /** The one of this JVM. */
  static CollectorKind ofThisJvm() {
    return of(
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.toSet()));
  }

  /** The one whose management beans have these names. */
  static CollectorKind of(Set<String> beans) {
    if (beans.contains(TenuredGrowth.YOUNG)) return SERIAL;
    if (beans.contains("PS Scavenge")) return PARALLEL;
    if (beans.contains("G1 Young Generation")) return G1;
    if (beans.contains("ZGC Minor Cycles")) return ZGC;
    return beans.contains("ZGC Cycles") ? UNDIVIDED_ZGC : OTHER;
  }
}
