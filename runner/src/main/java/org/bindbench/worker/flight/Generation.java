package org.bindbench.worker.flight;

import java.util.Locale;

/** What a collection collects, by the name that the JVM's events give it. */
public enum Generation {
  /** The young generation alone. */
  YOUNG,
  /** Old regions too, in part or beside the script. */
  OLD,
  /** The whole heap while the script stands still. */
  FULL,
  /** The whole heap of a collector that has no generations. */
  UNDIVIDED;

  /**
   * The generation of a collection.
   *
   * @param name such as {@code ParallelScavenge}: HotSpot's {@code GCName}
   * @param type G1's word for a young collection, such as {@code Mixed}; empty for others
   */
  static Generation of(String name, String type) {
    return switch (name) {
      case "DefNew", "ParallelScavenge", "ZGC Minor" -> YOUNG;
      case "G1New" -> type.toLowerCase(Locale.ROOT).equals("mixed") ? OLD : YOUNG;
      case "SerialOld", "ParallelOld", "G1Full" -> FULL;
      case "ZGC" -> UNDIVIDED;
      default -> OLD;
    };
  }
}
