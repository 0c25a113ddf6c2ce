package org.bindbench.model.foreign;

import java.util.List;

/**
 * What files of another tool hold.
 *
 * @param tool as people call it
 * @param files where it was read, as given
 * @param forks how its processes are told apart, in a sentence
 */
public record ForeignRun(String tool, List<String> files, String forks, List<ForeignRow> rows) {
  public ForeignRun {
    files = List.copyOf(files);
    rows = List.copyOf(rows);
  }
}
