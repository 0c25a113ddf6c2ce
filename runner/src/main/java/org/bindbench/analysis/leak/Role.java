package org.bindbench.analysis.leak;

import java.util.List;

/** What a case of leaks is there for, as it declares by its tags. */
public enum Role {
  /** It does nothing: what grows here is not the cases'. */
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

  /** The role that these tags declare. */
  public static Role of(List<String> tags) {
    for (Role role : values()) if (tags.contains(role.tag)) return role;
    return ASKED;
  }
}
