package org.bindbench.report.layout;

import java.util.List;
import java.util.stream.Collectors;

/** Markdown as it is put together. Every text passes {@link #escape}. */
public final class Markdown {
  /** Invisible, and between a sign and a name it keeps the two from meaning something. */
  private static final String JOINER = "\u2060";

  private final StringBuilder text = new StringBuilder();

  /** A heading, from 1 for the document's title. */
  public void heading(int level, String title) {
    blank();
    text.append("#".repeat(level)).append(' ').append(escape(title)).append("\n\n");
  }

  /** A paragraph of one sentence or more. */
  public void paragraph(String sentence) {
    blank();
    text.append(escape(sentence)).append("\n\n");
  }

  /** A paragraph of one sentence, in italics. */
  public void emphasis(String sentence) {
    blank();
    text.append('*').append(escape(sentence)).append("*\n\n");
  }

  /** An item of a list, with a word in bold before it where the word is not empty. */
  public void item(String word, String sentence) {
    text.append("- ");
    if (!word.isEmpty()) text.append("**").append(escape(word)).append("** ");
    text.append(escape(sentence)).append('\n');
  }

  /** The grid as a table. */
  public void table(Grid grid) {
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
  public void folded(String title, Grid grid) {
    blank();
    String shown = SafeText.visible(title).replace("&", "&amp;").replace("<", "&lt;");
    text.append("<details>\n<summary>").append(shown).append("</summary>\n");
    table(grid);
    text.append("</details>\n\n");
  }

  /** One empty line, never two. */
  public void blank() {
    while (text.length() > 0 && !text.toString().endsWith("\n\n")) text.append('\n');
  }

  /** A comment that no reader sees and a program finds its page by; the words are ours. */
  public void marker(String words) {
    if (!words.matches("[a-z:-]+")) throw new IllegalArgumentException("no marker: " + words);
    text.append("<!-- ").append(words).append(" -->\n");
  }

  /** Begins a part that is folded until a reader opens it. */
  public void fold(String title) {
    blank();
    text.append("<details><summary>").append(escape(title)).append("</summary>\n\n");
  }

  /** Ends that part. */
  public void unfold() {
    blank();
    text.append("</details>\n\n");
  }

  /** The number of characters so far. */
  public int length() {
    return text.length();
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
  public static String escape(String text) {
    return SafeText.visible(text)
        .replaceAll("[\\\\`*_{}\\[\\]<>|~]", "\\\\$0")
        .replace("&", "&amp;")
        .replaceAll("@(?=\\w)", "@" + JOINER)
        .replaceAll("#(?=\\w)", "#" + JOINER)
        .replaceAll("^(\\s*)([-+#>]|\\d+[.)])(?=\\s|$)", "$1\\\\$2");
  }
}
