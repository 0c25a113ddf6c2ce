package org.bindbench.report.layout;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import com.github.freva.asciitable.Styler;
import java.util.Arrays;
import java.util.List;

/**
 * Draws a grid for a terminal. The table library counts characters, not columns, so a wide
 * character gets a filler behind it while the table is laid out, which is taken out again
 * afterwards.
 */
final class TextTable {
  /** From the private use area, which {@link SafeText} lets through from nowhere else. */
  private static final char FILLER = '\ue000';

  /** None is drawn: headings are told from rows by their tone, columns by their blanks. */
  private static final int BORDERS = 29;

  private static final int PADDING = 2;

  /** A column of words gives way down to this many columns. */
  private static final int LEAST_WORDS = 8;

  private static final String MARKS = "-_./,=";

  private TextTable() {}

  /** The table's lines, each indented by one column and without blanks at its end. */
  static List<String> lines(Grid grid, Style style) {
    String[][] cells =
        grid.rows().stream()
            .map(row -> row.stream().map(cell -> reserve(plain(style.show(cell.text())))))
            .map(row -> row.toArray(String[]::new))
            .toArray(String[][]::new);
    int[] widths = widths(grid, cells, style);
    for (String[] row : cells)
      for (int i = 0; i < row.length; i++) row[i] = brokenAtMarks(row[i], widths[i]);
    String table =
        AsciiTable.builder()
            .lineSeparator("\n")
            .border(new Character[BORDERS])
            .styler(new Tones(grid, style))
            .data(columns(grid, widths, style), cells)
            .asString();
    return table.replace(String.valueOf(FILLER), "").lines().map(String::stripTrailing).toList();
  }

  /**
   * The table library cuts a word that is too long wherever the column ends; this breaks it behind
   * the last hyphen, dot or other mark that fits, where it has one.
   */
  private static String brokenAtMarks(String text, int width) {
    StringBuilder broken = new StringBuilder();
    int from = 0;
    int mark = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ') from = mark = i + 1;
      if (i - from >= width && mark > from) {
        broken.insert(broken.length() - (i - mark), '\n');
        from = mark;
      }
      if (MARKS.indexOf(text.charAt(i)) >= 0) mark = i + 1;
      broken.append(text.charAt(i));
    }
    return broken.toString();
  }

  private static Column[] columns(Grid grid, int[] widths, Style style) {
    Column[] columns = new Column[widths.length];
    for (int i = 0; i < columns.length; i++) {
      Grid.Column wanted = grid.columns().get(i);
      HorizontalAlign align = wanted.number() ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
      columns[i] =
          new Column()
              .header(reserve(style.show(wanted.title())))
              .headerAlign(align)
              .dataAlign(align)
              .maxWidth(widths[i] + PADDING, OverflowBehaviour.NEWLINE);
    }
    return columns;
  }

  /** As wide as their contents; where that is too wide, columns of words give way. */
  private static int[] widths(Grid grid, String[][] cells, Style style) {
    int[] widths = new int[grid.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int widest = Arrays.stream(cells).mapToInt(row -> row[column].length()).max().orElse(0);
      widths[i] = Math.max(reserve(style.show(grid.columns().get(i).title())).length(), widest);
    }
    while (Arrays.stream(widths).map(width -> width + PADDING).sum() > style.width()) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean gives = !grid.columns().get(i).number() && widths[i] > LEAST_WORDS;
        if (gives && (widest < 0 || widths[i] >= widths[widest])) widest = i;
      }
      if (widest < 0) break;
      widths[widest]--;
    }
    return widths;
  }

  /** Terminals disagree how wide a symbol is behind which an emoji is asked for, so none is. */
  private static String plain(String text) {
    return text.replace("\ufe0f", "");
  }

  private static String reserve(String text) {
    StringBuilder wide = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              wide.appendCodePoint(point);
              int missing = SafeText.columns(point) - Character.charCount(point);
              if (missing > 0) wide.append(FILLER);
            });
    return wide.toString();
  }

  /** Colours cells after they are laid out, so that codes never count as width. */
  private record Tones(Grid grid, Style style) implements Styler {
    @Override
    public List<String> styleCell(Column column, int row, int col, List<String> lines) {
      Tone tone = grid.rows().get(row).get(col).tone();
      return lines.stream().map(line -> style.paint(line, tone)).toList();
    }

    @Override
    public List<String> styleHeader(Column column, int col, List<String> lines) {
      return lines.stream().map(line -> style.paint(line, Tone.QUIET)).toList();
    }
  }
}
