package org.bindbench.model.comparison;

import java.util.Locale;

/** The two sides of a comparison; trials carry the id of theirs as their setup. */
public enum Side {
  /** What is compared with, such as the version in use. */
  BASE,
  /** What is judged, such as the new version. */
  HEAD;

  /** {@code base} or {@code head}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The other one. */
  public Side other() {
    return this == BASE ? HEAD : BASE;
  }
}
