package org.bindbench.analysis.change;

import org.bindbench.analysis.Estimate;

/**
 * How bad a worsening is, by the near bound of its interval: the least that the data leave open.
 */
public enum Magnitude {
  SLIGHT("slight"),
  MINOR("minor"),
  MAJOR("major"),
  CRITICAL("critical");

  private final String title;

  Magnitude(String title) {
    this.title = title;
  }

  /**
   * The magnitude of a worsening that was found.
   *
   * @param worsening share by which the head is worse, with its interval
   */
  static Magnitude of(Estimate worsening, Gate gate) {
    double near = worsening.low();
    if (near >= gate.critical()) return CRITICAL;
    if (near >= gate.major()) return MAJOR;
    return near >= gate.minor() ? MINOR : SLIGHT;
  }

  /** The word people read. */
  public String title() {
    return title;
  }
}
