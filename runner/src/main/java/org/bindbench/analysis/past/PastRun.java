package org.bindbench.analysis.past;

import java.time.Instant;
import java.util.Optional;
import org.bindbench.model.history.Commit;

/**
 * The facts of a run that a history keeps.
 *
 * @param id the run's own, by which it is known once
 * @param command the words after {@code runner.jar}
 * @param level such as {@code quick}
 * @param bindbench version of the program that measured
 * @param jvms the JVMs of its workers, {@code Temurin 25.0.3}
 * @param seed of the order of its trials
 * @param commit what was checked out in the current folder; empty where that is no work tree
 * @param excluded why it does not count; empty where it counts
 */
public record PastRun(
    String id,
    Instant startedAt,
    String command,
    String level,
    String bindbench,
    String jvms,
    long seed,
    Optional<Commit> commit,
    Optional<String> excluded) {
  public PastRun {
    if (id.isBlank()) throw new IllegalArgumentException("a run needs an id");
  }
}
