package org.bindbench.report.junit;

/**
 * How a test case ended.
 *
 * @param element {@code failure}, {@code error}, {@code skipped} or {@code system-out}; empty where
 *     there is nothing to say of one that passed
 * @param type what kind of it, such as {@code regression.major}
 * @param message in one sentence
 * @param text more of it; may be empty
 */
record Outcome(String element, String type, String message, String text) {
  static final Outcome PASSED = new Outcome("", "", "", "");

  static Outcome passed(String text) {
    return text.isEmpty() ? PASSED : new Outcome("system-out", "", "", text);
  }

  static Outcome failure(String type, String message, String text) {
    return new Outcome("failure", type, message, text);
  }

  static Outcome error(String type, String message, String text) {
    return new Outcome("error", type, message, text);
  }

  static Outcome skipped(String message) {
    return new Outcome("skipped", "", message, "");
  }

  boolean is(String name) {
    return element.equals(name);
  }
}
