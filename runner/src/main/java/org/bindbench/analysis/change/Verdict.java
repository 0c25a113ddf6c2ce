package org.bindbench.analysis.change;

/** What may be said about a change. */
public enum Verdict {
  /** The whole interval of the change lies within the least change that counts. */
  SAME("same"),
  /** The head is better by at least the least change that counts. */
  BETTER("better"),
  /** The head is worse by at least the least change that counts. */
  WORSE("worse"),
  /** The data do not tell; the reason says why. */
  INCONCLUSIVE("inconclusive"),
  /** The two sides cannot be compared at all; the reason says why. */
  NOT_COMPARABLE("not comparable");

  private final String title;

  Verdict(String title) {
    this.title = title;
  }

  /** The words people read. */
  public String title() {
    return title;
  }

  /** Whether a change was found. */
  public boolean isChange() {
    return this == BETTER || this == WORSE;
  }
}
