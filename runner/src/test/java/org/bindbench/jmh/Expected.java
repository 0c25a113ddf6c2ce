package org.bindbench.jmh;

/** What JMH's side must have in common with ours before anything is measured. */
final class Expected {
  /** The answer of a case is that of this many operations. */
  static final int ANSWER_OPERATIONS = 1000;

  private Expected() {}

  static void equal(String what, Object ours, Object here) {
    if (!ours.equals(here))
      throw new IllegalStateException(
          "the %s is %s, but %s under Bindbench".formatted(what, here, ours));
  }
}
