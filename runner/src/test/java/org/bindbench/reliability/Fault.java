package org.bindbench.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A fault that a run must survive, as a line of {@code faults.tsv}; the tests that inject it carry
 * the tag {@code fault-N}.
 */
record Fault(int number, String name, String injected, String expected) {
  /** Every fault of the list, in its order. */
  static List<Fault> all() {
    try (InputStream in = Fault.class.getResourceAsStream("/faults.tsv")) {
      if (in == null) throw new IllegalStateException("faults.tsv is not among the resources");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(Fault::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fault of(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 4) throw new IllegalStateException("not four cells: " + line);
    return new Fault(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3]);
  }

  String tag() {
    return "fault-" + number;
  }

  /** The cells of its row that do not depend on a run of the tests. */
  String row() {
    return "| %d | %s | %s | %s |".formatted(number, name, injected, expected);
  }
}
