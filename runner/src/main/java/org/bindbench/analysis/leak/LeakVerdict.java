package org.bindbench.analysis.leak;

/** The word that stands in a row. */
public enum LeakVerdict {
  LEAK("leak"),
  NO_LEAK("no leak"),
  SUSPECTED("suspected"),
  NOT_DECIDED("not decided"),
  LEAKS_AS_DECLARED("leaks, as declared"),
  DECLARED_BUT_NOT_FOUND("declared, but not found"),
  CONTROL_STILL("control: still"),
  CONTROL_GROWS("control: grows"),
  PLANTED_FOUND("planted: found"),
  PLANTED_NOT_FOUND("planted: not found");

  private final String title;

  LeakVerdict(String title) {
    this.title = title;
  }

  /** The word people read. */
  public String title() {
    return title;
  }
}
