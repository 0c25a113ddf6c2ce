package org.bindbench.analysis.pairing;

import java.util.Locale;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Magnitude;

/** From which magnitude on a worsening fails the comparison. */
public enum FailOn {
  SLIGHT,
  MINOR,
  MAJOR,
  CRITICAL,
  NEVER;

  /** The word people write. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the comparison is a worsening of at least this magnitude. */
  public boolean isReachedBy(Comparison comparison) {
    return comparison.magnitude().map(Magnitude::ordinal).filter(at -> at >= ordinal()).isPresent();
  }
}
