package org.bindbench.model;

import java.util.Optional;

/**
 * A trial and what became of it.
 *
 * @param worker the process it ran in, empty where no worker came up
 * @param wallNanos time from its start to its end, in ns
 * @param cpuNanos CPU time the worker's process used meanwhile, in ns; 0 where it ended first
 */
public record TrialRecord(
    TrialSpec spec,
    TrialOutcome outcome,
    Optional<WorkerFacts> worker,
    long wallNanos,
    long cpuNanos) {
  /** The same trial with another outcome, for judgements that need the other trials. */
  public TrialRecord withOutcome(TrialOutcome judged) {
    return new TrialRecord(spec, judged, worker, wallNanos, cpuNanos);
  }
}
