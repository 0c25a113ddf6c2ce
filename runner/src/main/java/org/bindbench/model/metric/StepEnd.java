package org.bindbench.model.metric;

/** How a step under pressure ended. */
public enum StepEnd {
  /** Everything could be allocated and every answer was right. */
  PASSED("passed"),
  /** An answer was wrong, or did not come. */
  WRONG("wrong answer"),
  /** Memory ran out. */
  OUT_OF_MEMORY("out of memory"),
  /** An earlier step failed. */
  NOT_TRIED("not tried");

  private final String title;

  StepEnd(String title) {
    this.title = title;
  }

  /** The words people read in reports. */
  public String title() {
    return title;
  }

  /** The number that stands for it among readings. */
  public double code() {
    return ordinal();
  }

  /**
   * What the number stands for.
   *
   * @throws IllegalArgumentException naming the number where it stands for nothing
   */
  public static StepEnd of(double code) {
    for (StepEnd each : values()) if (each.code() == code) return each;
    throw new IllegalArgumentException("no step ends with " + code);
  }
}
