package org.bindbench.analysis.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Magnitude;

/** What fails a comparison: a single worsening from a magnitude on, the usual gates, or nothing. */
public enum FailOn {
  SLIGHT,
  MINOR,
  MAJOR,
  CRITICAL,
  /** The usual gates: how many rows may be critical and major, and what share may regress. */
  GATES,
  NEVER;

  /** The word people write. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a word; empty for one that is none. */
  public static Optional<FailOn> of(String word) {
    return Arrays.stream(values()).filter(each -> each.title().equals(word)).findFirst();
  }

  /** The least magnitude that fails by itself; empty where none does. */
  public Optional<Magnitude> magnitude() {
    return this == GATES || this == NEVER
        ? Optional.empty()
        : Optional.of(Magnitude.values()[ordinal()]);
  }

  /** Whether the comparison is a worsening of at least this magnitude. */
  public boolean isReachedBy(Comparison comparison) {
    return magnitude()
        .flatMap(least -> comparison.magnitude().filter(found -> found.compareTo(least) >= 0))
        .isPresent();
  }

  /** The share from which on a worsening has that magnitude. */
  static double share(Magnitude magnitude, Gate gate) {
    return switch (magnitude) {
      case SLIGHT -> 0;
      case MINOR -> gate.minor();
      case MAJOR -> gate.major();
      case CRITICAL -> gate.critical();
    };
  }
}
