package org.bindbench.history;

import java.nio.file.Path;
import java.time.Duration;

/** A process that puts runs of its own, and some that others put in too, into a history. */
public final class HistoryWriter {
  private HistoryWriter() {}

  /** Takes the file, the name of the source, and the number of runs. */
  public static void main(String[] arguments) {
    History history = HistoryTest.at(Path.of(arguments[0]), Duration.ofMinutes(1));
    int runs = Integer.parseInt(arguments[2]);
    for (int i = 0; i < runs; i++) {
      if (!history.add(Entries.entry(arguments[1], i, 20)).isNew())
        throw new IllegalStateException("the run " + i + " was there already");
      if (i % 10 == 0) history.add(Entries.entry("shared", i, 20));
    }
  }
}
