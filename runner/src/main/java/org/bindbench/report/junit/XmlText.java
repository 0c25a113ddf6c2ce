package org.bindbench.report.junit;

import java.util.Locale;

/** Text as XML 1.0 can hold it; the writer of a document escapes {@code <}, {@code &} and such. */
final class XmlText {
  private XmlText() {}

  /**
   * The text with every code point that XML 1.0 has no place for (section 2.2, Char) as a visible
   * escape, and the end of a section of character data broken.
   */
  static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isLegal(point)) legal.appendCodePoint(point);
              else legal.append(String.format(Locale.ROOT, "\\u%04x", point));
            });
    return legal.toString().replace("]]>", "]] >");
  }

  private static boolean isLegal(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || point >= 0x20 && point <= 0xd7ff
        || point >= 0xe000 && point <= 0xfffd
        || point >= 0x10000;
  }
}
