package org.bindbench.model;

/** What a protocol's figures ask of the JVM they are taken in: declared here for every room. */
public enum Timing {
  /** Bytes and counts: several trials share a JVM, and two such JVMs may run at once. */
  UNTIMED,
  /** Times in turns: a fork's trials may share one JVM that warms up in rotation. */
  ROTATED,
  /** Times that a trial takes in a JVM of its own, with nothing else beside it. */
  ALONE,
  /**
   * A long series that is judged by itself, in a JVM of its own on the engine itself, with nothing
   * else beside it: its cycles are its repetitions, so it runs in the first fork only.
   */
  ONCE;

  /** The timing of the protocol of that id; one that is not known is untimed. */
  public static Timing of(String protocol) {
    return switch (protocol) {
      case "rate" -> ROTATED;
      case ChurnMetrics.PROTOCOL -> ONCE;
      case "plain", "scaling", "concurrent" -> ALONE;
      default -> UNTIMED;
    };
  }

  /** Whether figures are times, so that they depend on the JIT and on what else runs. */
  public boolean isTimed() {
    return this != UNTIMED;
  }

  /** Whether the fork of that number, from 1, takes them. */
  public boolean isInFork(int number) {
    return this != ONCE || number == 1;
  }
}
