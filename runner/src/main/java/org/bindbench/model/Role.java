package org.bindbench.model;

import java.util.List;

/** What a case is there for, as it declares by its tags. */
public enum Role {
  /** It does nothing: what is seen here is not the cases'. */
  CONTROL("control"),
  /** It leaks a known size: a rule that does not find it finds nothing. */
  PLANTED("planted"),
  /** It leaks by design, and its leak must be found. */
  DECLARED("leaks"),
  /** Whether it leaks is the question. */
  ASKED("");

  private final String tag;

  Role(String tag) {
    this.tag = tag;
  }

  /** Whether the case tells if the others of its suite are to be trusted. */
  public boolean isCompanion() {
    return this == CONTROL || this == PLANTED;
  }

  /** The role that these tags declare. */
  static Role of(List<String> tags) {
    for (Role role : values()) if (tags.contains(role.tag)) return role;
    return ASKED;
  }
}
