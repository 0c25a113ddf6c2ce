package org.bindbench.launch;

import java.util.ArrayList;
import java.util.List;

/** What heap a worker's JVM has, and what the JVM does when it is full. */
enum HeapKind {
  /** The usual one: of one size, so that runs are alike; a full heap ends the process. */
  FIXED(List.of("-Xms1g", "-Xmx1g"), true),
  /** The same, where readings wait until the engine's own compiler rests. */
  RESTING(List.of("-Xms1g", "-Xmx1g"), true),
  /** The same, where the engine's own compiler must not move it between readings. */
  STILL(List.of("-Xms1g", "-Xmx1g"), true),
  /** Half of it, so that it is soon under pressure; a full heap is an error inside the process. */
  PRESSED(List.of("-Xms512m", "-Xmx512m"), false),
  /** Small, for trials that fill it; a full heap is an error inside the process. */
  EXHAUSTED(List.of("-Xms256m", "-Xmx256m"), false),
  /** As an application runs that says nothing but how much it may become. */
  GROWING(List.of("-Xmx1g"), true),
  /** Grows from little, and gives back what it does not need as soon as its collector can. */
  RETURNING(List.of("-Xms64m", "-Xmx1g"), true);

  private static final String EXIT = "-XX:+ExitOnOutOfMemoryError";

  private final List<String> size;
  private final boolean endsWhenFull;

  HeapKind(List<String> size, boolean endsWhenFull) {
    this.size = size;
    this.endsWhenFull = endsWhenFull;
  }

  /** The JVM options, for the collector of that id. */
  List<String> options(String collector) {
    List<String> options = new ArrayList<>(size);
    if (endsWhenFull) options.add(EXIT);
    // Else Parallel raises errors in whatever allocates next, this harness included.
    if (this == PRESSED) options.add("-XX:-UseGCOverheadLimit");
    if (this == RETURNING) options.addAll(returning(collector));
    return options;
  }

  /**
   * Parallel, Serial and G1 hold the heap to a share of free space after a full collection,
   * Parallel after one that was asked for only when told so; G1 collects by itself when nothing
   * happens, and ZGC waits before it gives back.
   */
  private static List<String> returning(String collector) {
    List<String> shares = List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30");
    List<String> options = new ArrayList<>(shares);
    switch (collector) {
      case "parallel" -> options.add("-XX:+UseAdaptiveSizePolicyWithSystemGC");
      case "g1" -> options.add("-XX:G1PeriodicGCInterval=1000");
      case "zgc" -> {
        return List.of("-XX:ZUncommitDelay=1");
      }
      default -> {}
    }
    return options;
  }
}
