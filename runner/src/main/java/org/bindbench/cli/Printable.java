package org.bindbench.cli;

/** Script text made fit for one line of a terminal. */
public final class Printable {
  private static final int LONGEST = 300;

  private Printable() {}

  /** The text's first 300 characters with every control character as a space. */
  public static String line(String text) {
    String safe = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
  }
}
