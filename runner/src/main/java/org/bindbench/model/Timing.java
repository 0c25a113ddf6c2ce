package org.bindbench.model;

import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.StressMetrics;

/** What a protocol's figures ask of the JVM they are taken in: declared here for every room. */
public enum Timing {
  /** Bytes and counts: several trials share a JVM, and two such JVMs may run at once. */
  UNTIMED,
  /** Times in turns: a fork's trials may share one JVM that warms up in rotation. */
  ROTATED,
  /** Times that a trial takes in a JVM of its own, with nothing else beside it. */
  ALONE,
  /** Bytes that take many collections: as untimed ones, but not in every fork. */
  SELDOM,
  /**
   * Shares and verdicts where a heap is full: as seldom ones, but each in a JVM of its own with a
   * heap of its own kind.
   */
  APART,
  /**
   * Bytes under load with times beside them: a JVM of its own with a heap of its own kind, nothing
   * else beside it, without the JIT as all that is counted in bytes.
   */
  UNDER_LOAD,
  /**
   * A long series that is judged by itself, in a JVM of its own on the engine itself, with nothing
   * else beside it: its cycles are its repetitions, so it runs in the first fork only.
   */
  ONCE;

  /** The timing of the protocol of that id; one that is not known is untimed. */
  public static Timing of(String protocol) {
    return switch (protocol) {
      case "rate" -> ROTATED;
      case "plain", "scaling", "concurrent", GcLoad.PROTOCOL -> ALONE;
      case ChurnMetrics.PROTOCOL -> ONCE;
      case StressMetrics.PRESSURE, StressMetrics.POOL, RecoveryMetrics.GIVEN_BACK -> UNDER_LOAD;
      case StressMetrics.FRAGMENTATION, BeyondLimit.PROTOCOL -> APART;
      case RecoveryMetrics.RECOVERY -> SELDOM;
      default -> UNTIMED;
    };
  }

  /** Whether figures are times, so that they depend on the JIT and on what else runs. */
  public boolean isTimed() {
    return this != UNTIMED && this != SELDOM && this != APART;
  }

  /** Whether the engine runs as it is, with the JIT that its profile names. */
  public boolean isOnEngineItself() {
    return isTimed() && this != UNDER_LOAD;
  }

  /**
   * Whether the fork of that number, from 1, takes such trials. Those under load start a JVM each
   * and seldom ones collect for long, so a third of the forks takes them where others share a JVM,
   * and three fifths otherwise; at least one does. So it is with those apart.
   */
  public boolean isInFork(int number, Effort effort) {
    return this == ONCE ? number == 1 : number <= taking(effort.forks(), effort.rotated());
  }

  /** The fewest forks of a run for that many of them to take such trials; no rule for ONCE. */
  public int forksFor(int wanted, Effort effort) {
    int forks = wanted;
    while (this != ONCE && taking(forks, effort.rotated()) < wanted) forks++;
    return forks;
  }

  private double taking(int forks, boolean rotated) {
    if (this != UNDER_LOAD && this != SELDOM && this != APART) return forks;
    double share = rotated ? 1.0 / 3 : 3.0 / 5;
    return Math.max(1, Math.ceil(share * forks - 1e-9));
  }
}
