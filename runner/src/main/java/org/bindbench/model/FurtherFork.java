package org.bindbench.model;

import java.util.List;

/**
 * A fork beyond the plan that could be run next.
 *
 * @param rows titles of the rows it would measure, see {@link TrialSpec#title}
 * @param seconds what it costs, by what forks of these rows took so far
 */
public record FurtherFork(List<String> rows, double seconds) {
  public FurtherFork {
    rows = List.copyOf(rows);
    if (!(seconds > 0)) throw new IllegalArgumentException("a fork takes time, not " + seconds);
  }
}
