package org.bindbench.report.layout;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text from scripts made harmless: it can neither steer a terminal nor pass for a line of ours. */
public final class SafeText {
  private static final Map<String, String> ASCII =
      Map.ofEntries(
          Map.entry("·", "-"),
          Map.entry("–", "-"),
          Map.entry("—", "-"),
          Map.entry("−", "-"),
          Map.entry("×", "x"),
          Map.entry("±", "+-"),
          Map.entry("≥", ">="),
          Map.entry("≤", "<="),
          Map.entry("→", "->"),
          Map.entry("µ", "u"),
          Map.entry("…", "..."),
          Map.entry("“", "\""),
          Map.entry("”", "\""),
          Map.entry("’", "'"),
          Map.entry("\u00a0", " "),
          Map.entry("═", "="),
          Map.entry("─", "-"),
          Map.entry("✅", "PASS"),
          Map.entry("⚠", "DOUBT"),
          Map.entry("❌", "FAIL"),
          Map.entry("🏆", "OPTIMAL"),
          Map.entry("\ufe0f", ""));

  /** The opening of a workflow command. */
  private static final Pattern COMMAND = Pattern.compile("::(?<=(^|\\s)::)");

  private SafeText() {}

  /**
   * The text on one line: control and format characters, line separators and lone surrogates as
   * visible escapes, and the openings of workflow commands ({@code ::}, {@code ##[}) broken.
   */
  public static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(shown, point));
    return COMMAND.matcher(shown).replaceAll(": :").replace("##[", "# #[");
  }

  /** The text in ASCII: known symbols by their likes, all else as an escape. */
  public static String ascii(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point < 0x80) shown.append((char) point);
              else {
                String known = ASCII.get(Character.toString(point));
                shown.append(known == null ? escape(point) : known);
              }
            });
    return shown.toString();
  }

  /** Columns the code point takes on a terminal: 0, 1 or 2. */
  public static int columns(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
    return isWide(point) ? 2 : 1;
  }

  private static void append(StringBuilder shown, int point) {
    switch (point) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (isInvisible(point)) shown.append(escape(point));
        else shown.appendCodePoint(point);
      }
    }
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String escape(int point) {
    return String.format(Locale.ROOT, point > 0xffff ? "\\u{%x}" : "\\u%04x", point);
  }

  /** East Asian wide and full-width blocks, and the emoji that are wide by default. */
  private static boolean isWide(int point) {
    return between(point, 0x1100, 0x115f)
        || point == 0x2705
        || point == 0x274c
        || between(point, 0x2e80, 0x303e)
        || between(point, 0x3041, 0xa4cf)
        || between(point, 0xac00, 0xd7a3)
        || between(point, 0xf900, 0xfaff)
        || between(point, 0xfe30, 0xfe6f)
        || between(point, 0xff00, 0xff60)
        || between(point, 0xffe0, 0xffe6)
        || between(point, 0x1f300, 0x1faff)
        || between(point, 0x20000, 0x3fffd);
  }

  private static boolean between(int point, int low, int high) {
    return point >= low && point <= high;
  }
}
