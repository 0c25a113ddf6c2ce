package org.bindbench.config.yaml;

import java.util.Comparator;

/**
 * Where a value was written.
 *
 * @param source a file as the user named it, {@code default}, or a word of the command line
 * @param line counted from 1; 0 where the source has no lines
 * @param column counted from 1; 0 where the source has no lines
 */
public record Origin(String source, int line, int column) implements Comparable<Origin> {
  /** The defaults that come with the program. */
  public static final Origin DEFAULT = new Origin("default", 0, 0);

  private static final Comparator<Origin> BY_PLACE =
      Comparator.comparing(Origin::source)
          .thenComparingInt(Origin::line)
          .thenComparingInt(Origin::column);

  /** A source without lines, such as {@code --set level=nightly}. */
  public static Origin word(String word) {
    return new Origin(word, 0, 0);
  }

  /** {@code file:line}, or the source alone. */
  public String brief() {
    return line == 0 ? source : source + ":" + line;
  }

  /** {@code line 7} for who reads the same file, else as {@link #brief} has it. */
  public String seenFrom(Origin reader) {
    return line > 0 && source.equals(reader.source) ? "line " + line : brief();
  }

  /** {@code file:line:column}, or the source alone. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }

  @Override
  public int compareTo(Origin other) {
    return BY_PLACE.compare(this, other);
  }
}
