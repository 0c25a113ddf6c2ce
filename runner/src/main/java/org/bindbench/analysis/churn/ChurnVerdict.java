package org.bindbench.analysis.churn;

/** Whether a reading grows with the guests that come and go. */
public enum ChurnVerdict {
  /** With every guest, to the last of them. */
  LEAK("leak"),
  /** It grew, but less and less or over too few guests to tell a leak from what fills up. */
  SUSPICION("suspicion"),
  /** No growth that is steady and more than the control's. */
  NO_LEAK("no leak"),
  /** Too few guests, or no control, to tell. */
  INCONCLUSIVE("inconclusive");

  private final String title;

  ChurnVerdict(String title) {
    this.title = title;
  }

  /** The words people read. */
  public String title() {
    return title;
  }
}
