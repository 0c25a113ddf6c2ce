package org.bindbench.analysis.leak;

/** How bad a leak is, by the fewest bytes that all cycles together can have kept. */
public enum Severity {
  SLIGHT("slight", 0),
  MINOR("minor", 5),
  MAJOR("major", 20),
  CRITICAL("critical", 50);

  private static final double MEGABYTE = 1_000_000;

  private final String title;
  private final double above;

  Severity(String title, double megabytes) {
    this.title = title;
    this.above = megabytes * MEGABYTE;
  }

  /** The word people read. */
  public String title() {
    return title;
  }

  /** How much a remark about such a leak matters. */
  public org.bindbench.model.Severity ofRemark() {
    return switch (this) {
      case CRITICAL -> org.bindbench.model.Severity.ERROR;
      case MAJOR -> org.bindbench.model.Severity.WARNING;
      default -> org.bindbench.model.Severity.NOTE;
    };
  }

  /**
   * The severity of a confirmed leak.
   *
   * @param bytes kept by all cycles, by the lower bound of their growth
   */
  static Severity of(double bytes) {
    if (bytes > CRITICAL.above) return CRITICAL;
    if (bytes > MAJOR.above) return MAJOR;
    return bytes > MINOR.above ? MINOR : SLIGHT;
  }
}
