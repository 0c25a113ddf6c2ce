package org.bindbench.launch;

import java.util.List;

/**
 * The JVM options that give a worker a heap of its own; of two that say the same the last counts.
 */
public final class HeapOptions {
  private HeapOptions() {}

  /** A heap of that size from the start to the end. */
  public static List<String> fixed(int mebibytes) {
    return List.of("-Xms" + mebibytes + "m", "-Xmx" + mebibytes + "m");
  }
}
