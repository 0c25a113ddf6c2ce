package org.bindbench.model.baseline;

import java.util.List;

/**
 * A run that was better than its baseline, noted until another one says the same.
 *
 * @param baselineRun id of the run that the baseline was made from
 * @param run id of the better run
 * @param rows titles of what was better
 */
public record Improvement(String baselineRun, String run, List<String> rows) {
  public Improvement {
    rows = List.copyOf(rows);
  }
}
