package org.bindbench.model.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindbench.model.metric.ChurnMetrics;

/**
 * What a fork of its own saw of memory that does not come back.
 *
 * @param cycles between the two moments that are compared, the warm-up before them left out
 * @param operations of a cycle
 * @param classes those that grew by an instance a cycle at least, the most bytes first
 * @param containers those that grew by an element a cycle at least, the most first
 * @param paths ways to sampled objects of classes that grew, the most samples first
 * @param samples sampled objects of classes that grew and were alive in the end
 * @param gaps what could not be looked at, each with its reason
 */
public record LeakEvidence(
    int cycles,
    long operations,
    List<ClassGrowth> classes,
    List<ContainerGrowth> containers,
    List<ReferencePath> paths,
    int samples,
    List<String> gaps) {
  /** The protocol that a trial has which explains a leak instead of measuring it. */
  public static final String PROTOCOL = "leak_path";

  /** The same for what closed guests left. */
  public static final String OF_CONTEXTS = "context_path";

  /** The gap of an engine whose containers cannot be walked through. */
  public static final String NO_CONTAINERS =
      "containers: this engine does not let them be looked at";

  public LeakEvidence {
    classes = List.copyOf(classes);
    containers = List.copyOf(containers);
    paths = List.copyOf(paths);
    gaps = List.copyOf(gaps);
  }

  /** Whether containers were looked at, so that none means that none grew. */
  public boolean lookedAtContainers() {
    return !gaps.contains(NO_CONTAINERS);
  }

  /** The protocol of a trial that explains what was lost under another. */
  public static String protocol(String losing) {
    return losing.equals(ChurnMetrics.PROTOCOL) ? OF_CONTEXTS : PROTOCOL;
  }

  /** Whether trials of the protocol explain and measure nothing. */
  public static boolean isOf(String protocol) {
    return protocol.equals(PROTOCOL) || protocol.equals(OF_CONTEXTS);
  }

  /** The containers that grew by an element a cycle at least, the most first. */
  public static List<ContainerGrowth> grown(
      List<ContainerSize> before, List<ContainerSize> after, int cycles) {
    Map<ContainerSize, Long> then = new HashMap<>();
    for (ContainerSize each : before) then.putIfAbsent(each.named(), each.size());
    Set<ContainerSize> told = new HashSet<>();
    List<ContainerGrowth> grown = new ArrayList<>();
    for (ContainerSize now : after) {
      Long size = then.get(now.named());
      if (size == null || !told.add(now.named())) continue;
      ContainerGrowth growth = new ContainerGrowth(now, size);
      if (growth.added() >= cycles) grown.add(growth);
    }
    grown.sort(Comparator.comparingLong(ContainerGrowth::added).reversed());
    return grown;
  }
}
