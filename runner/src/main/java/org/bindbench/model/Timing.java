package org.bindbench.model;

/** What a protocol's figures ask of the JVM they are taken in: declared here for every room. */
public enum Timing {
  /** Bytes and counts: several trials share a JVM, and two such JVMs may run at once. */
  UNTIMED,
  /** Times in turns: a fork's trials may share one JVM that warms up in rotation. */
  ROTATED,
  /** Times that a trial takes in a JVM of its own, with nothing else beside it. */
  ALONE;

  /** The timing of the protocol of that id; one that is not known is untimed. */
  public static Timing of(String protocol) {
    return switch (protocol) {
      case "rate" -> ROTATED;
      case "plain", "scaling", "concurrent", GcLoad.PROTOCOL -> ALONE;
      default -> UNTIMED;
    };
  }

  /** Whether figures are times, so that they depend on the JIT and on what else runs. */
  public boolean isTimed() {
    return this != UNTIMED;
  }
}
