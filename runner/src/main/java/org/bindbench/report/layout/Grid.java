package org.bindbench.report.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * A table before it has a form: the console and Markdown both draw it. Cells are single lines as
 * written, not yet made safe for either.
 */
public record Grid(List<Column> columns, List<List<Cell>> rows) {
  public Grid {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.size() + " cells for " + columns.size() + " columns");
      }
    }
  }

  /** A column's heading, and whether it holds numbers, which stand to the right. */
  public record Column(String title, boolean number) {
    /** A column of words. */
    public static Column words(String title) {
      return new Column(title, false);
    }

    /** A column of numbers. */
    public static Column numbers(String title) {
      return new Column(title, true);
    }
  }

  /** One cell. */
  public record Cell(String text, Tone tone) {
    /** A cell in the usual tone. */
    public static Cell of(String text) {
      return new Cell(text, Tone.PLAIN);
    }

    boolean isBlank() {
      return text.isBlank();
    }
  }

  /** The same table without columns in which no cell says anything. */
  public Grid withoutEmptyColumns() {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      if (rows.stream().anyMatch(row -> !row.get(column).isBlank())) kept.add(i);
    }
    return new Grid(
        kept.stream().map(columns::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }
}
