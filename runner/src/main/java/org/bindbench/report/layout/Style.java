package org.bindbench.report.layout;

/**
 * What the terminal can show.
 *
 * @param colour whether ANSI colours may be used
 * @param unicode whether symbols beyond ASCII may be used; words and ASCII stand in otherwise
 * @param width columns of a line, at least 60
 */
public record Style(boolean colour, boolean unicode, int width) {
  /** Narrower than this tables are not readable. */
  public static final int LEAST_WIDTH = 60;

  public Style {
    width = Math.max(LEAST_WIDTH, width);
  }

  /** For pipes and files: no colour, 100 columns. */
  public static Style plain(boolean unicode) {
    return new Style(false, unicode, 100);
  }

  /** The text as this terminal can show it, with nothing in it that could steer the terminal. */
  public String show(String text) {
    String safe = SafeText.visible(text);
    return unicode ? safe : SafeText.ascii(safe);
  }

  /** The symbol with a space behind it, or nothing where it cannot be shown. */
  String symbol(String symbol) {
    return unicode && !symbol.isEmpty() ? symbol + " " : "";
  }

  String paint(String text, Tone tone) {
    return colour && !tone.code().isEmpty() && !text.isBlank()
        ? "\u001b[" + tone.code() + "m" + text + "\u001b[0m"
        : text;
  }
}
