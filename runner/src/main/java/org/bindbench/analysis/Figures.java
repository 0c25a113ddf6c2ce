package org.bindbench.analysis;

import java.util.Locale;

/** Numbers as people read them in sentences: about three digits, and the unit. */
public final class Figures {
  private Figures() {}

  /** A value with its unit, such as {@code 12.3 M calls/s}; without one for an empty unit. */
  public static String of(double value, String unit) {
    if (!Double.isFinite(value)) return "unavailable";
    return unit.isEmpty() ? number(value) : number(value) + " " + unit;
  }

  /** A share such as 0.123 as {@code 12.3 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A value without unit. */
  public static String number(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) return "unavailable";
    if (size >= 1e9) return String.format(Locale.ROOT, "%.2f G", value / 1e9);
    if (size >= 1e6) return String.format(Locale.ROOT, "%.2f M", value / 1e6);
    if (size >= 100) return String.format(Locale.ROOT, "%,.0f", value);
    if (size >= 10) return String.format(Locale.ROOT, "%.1f", value);
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
