package org.bindbench.analysis;

/**
 * Whether a series of readings settled, after Barrett et al., "Virtual machine warmup blows hot and
 * cold", OOPSLA 2017.
 */
public enum Steadiness {
  /** The same level from the first segment on. */
  FLAT("steady"),
  /** Reached a level and stayed on it, faster than it began. */
  WARM_UP("steady after warm-up"),
  /** Settled on a level slower than an earlier one. */
  SLOWDOWN("slowed down"),
  /** The last segments still change. */
  NO_STEADY_STATE("unsteady"),
  /** The forks disagree. */
  INCONSISTENT("forks disagree"),
  /** Too few readings to say. */
  NOT_ASSESSED("not assessed");

  private final String title;

  Steadiness(String title) {
    this.title = title;
  }

  /** The words people read beside a figure. */
  public String title() {
    return title;
  }

  /** Whether figures of such a series count without a warning. */
  public boolean isSteady() {
    return this == FLAT || this == WARM_UP;
  }

  /** Whether figures of such a series carry its word; not to have been assessed is no finding. */
  public boolean isUnsteady() {
    return !isSteady() && this != NOT_ASSESSED;
  }
}
