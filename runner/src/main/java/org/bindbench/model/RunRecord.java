package org.bindbench.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything one command measured.
 *
 * @param id folder name of the run: {@code <UTC time>-<what>-<level>}
 * @param elapsed wall time of the whole run
 * @param trials in the order they ended
 */
public record RunRecord(
    String id,
    Instant startedAt,
    Duration elapsed,
    Environment environment,
    Plan plan,
    List<TrialRecord> trials) {
  public RunRecord {
    trials = List.copyOf(trials);
  }
}
