package org.bindbench.report.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a console report as they are put together. Every text passes {@link Style#show}. */
public final class Page {
  private static final Pattern WORDS = Pattern.compile(" +");

  private final Style style;
  private final List<String> lines = new ArrayList<>();

  /** An empty page for a terminal of that kind. */
  public Page(Style style) {
    this.style = style;
  }

  /** A section's title with its symbol, and a rule behind it up to the width. */
  public void section(String symbol, String title) {
    blank();
    String lead = style.symbol(symbol);
    String shown = style.show(title);
    int rest = style.width() - columns(lead) - columns(shown) - 2;
    String rule = (style.unicode() ? "═" : "=").repeat(Math.max(0, rest));
    lines.add(
        lead
            + style.paint(shown, Tone.HEADING)
            + (" " + style.paint(rule, Tone.QUIET)).stripTrailing());
  }

  /** A paragraph: the first line begins with the lead, the others are indented as far. */
  public void wrapped(String lead, String text, Tone tone) {
    String begin = style.show(lead);
    String indent = " ".repeat(columns(begin));
    StringBuilder line = new StringBuilder();
    int room = Math.max(20, style.width() - indent.length());
    int used = 0;
    boolean first = true;
    for (String word : WORDS.split(style.show(text).strip(), -1)) {
      for (String piece : pieces(word, room)) {
        int columns = columns(piece);
        if (line.length() > 0 && used + 1 + columns > room) {
          lines.add((first ? begin : indent) + style.paint(line.toString(), tone));
          first = false;
          line.setLength(0);
          used = 0;
        }
        used += columns + (line.length() == 0 ? 0 : 1);
        line.append(line.length() == 0 ? "" : " ").append(piece);
      }
    }
    lines.add(((first ? begin : indent) + style.paint(line.toString(), tone)).stripTrailing());
  }

  /** The grid as a table. */
  public void table(Grid grid) {
    lines.addAll(TextTable.lines(grid, style));
  }

  /** One empty line, never two. */
  public void blank() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) lines.add("");
  }

  /** All lines, ended by {@code \n}. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /** A word too long for a line, cut where the line ends. */
  private static List<String> pieces(String word, int room) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int used = 0;
    for (int point : word.codePoints().toArray()) {
      int columns = SafeText.columns(point);
      if (used + columns > room) {
        pieces.add(piece.toString());
        piece.setLength(0);
        used = 0;
      }
      piece.appendCodePoint(point);
      used += columns;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static int columns(String text) {
    return text.codePoints().map(SafeText::columns).sum();
  }
}
