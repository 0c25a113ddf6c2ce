package org.bindbench.report;

import java.util.List;
import java.util.stream.Collectors;

/** Markdown as it is put together. Every text passes {@link #escape}. */
final class Markdown {
  /** Invisible, and between a sign and a name it keeps the two from meaning something. */
  private static final String JOINER = "\u2060";

  private final StringBuilder text = new StringBuilder();

  /** A heading, from 1 for the document's title. */
  void heading(int level, String title) {
    blank();
    text.append("#".repeat(level)).append(' ').append(escape(title)).append("\n\n");
  }

  void paragraph(String sentence) {
    blank();
    text.append(escape(sentence)).append("\n\n");
  }

  void emphasis(String sentence) {
    blank();
    text.append('*').append(escape(sentence)).append("*\n\n");
  }

  /** An item of a list, with a word in bold before it where the word is not empty. */
  void item(String word, String sentence) {
    text.append("- ");
    if (!word.isEmpty()) text.append("**").append(escape(word)).append("** ");
    text.append(escape(sentence)).append('\n');
  }

  void table(Grid grid) {
    blank();
    row(grid.columns().stream().map(Grid.Column::title).toList());
    text.append(
        grid.columns().stream()
            .map(column -> column.number() ? " ---: |" : " --- |")
            .collect(Collectors.joining("", "|", "\n")));
    grid.rows().forEach(row -> row(row.stream().map(Grid.Cell::text).toList()));
    text.append('\n');
  }

  /** A table that is shown where somebody opens it; where HTML is not understood, it is shown. */
  void folded(String title, Grid grid) {
    blank();
    String shown = SafeText.visible(title).replace("&", "&amp;").replace("<", "&lt;");
    text.append("<details>\n<summary>").append(shown).append("</summary>\n");
    table(grid);
    text.append("</details>\n\n");
  }

  /** One empty line, never two. */
  void blank() {
    while (text.length() > 0 && !text.toString().endsWith("\n\n")) text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }

  private void row(List<String> cells) {
    text.append(
        cells.stream()
            .map(cell -> " " + (isAddress(cell) ? "<" + cell + ">" : escape(cell)) + " |")
            .collect(Collectors.joining("", "|", "\n")));
  }

  /** Whether it is an address through and through, of signs that cannot end a link or a cell. */
  private static boolean isAddress(String text) {
    return text.matches("https?://[\\w.~:/?#&=%+,;-]+");
  }

  /**
   * Text that Markdown shows as it is: no markup, no HTML, no table cell, no mention of a person or
   * of an issue, on one line.
   */
  static String escape(String text) {
    return SafeText.visible(text)
        .replaceAll("[\\\\`*_{}\\[\\]<>|~]", "\\\\$0")
        .replace("&", "&amp;")
        .replaceAll("@(?=\\w)", "@" + JOINER)
        .replaceAll("#(?=\\w)", "#" + JOINER)
        .replaceAll("^(\\s*)([-+#>]|\\d+[.)])(?=\\s|$)", "$1\\\\$2");
  }
}
