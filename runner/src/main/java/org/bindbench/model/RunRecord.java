package org.bindbench.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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

  /** The trials that measure: those that explain others spoil nothing where they fail. */
  public Stream<TrialRecord> measuring() {
    return trials.stream().filter(trial -> !TrialSpec.explains(trial.spec()));
  }
}
