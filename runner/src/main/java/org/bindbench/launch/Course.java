package org.bindbench.launch;

import java.time.Duration;
import java.util.List;
import org.bindbench.model.TrialRecord;

/** How a run goes on: whether a planned batch still starts, and what follows the plan. */
@FunctionalInterface
public interface Course {
  /** Whether there is time for a planned batch; asked right before it starts, by two threads. */
  boolean allows(Batch batch);

  /**
   * Whether an untimed batch runs before the timed ones, so that these cannot take its time; it
   * does not matter to bytes when they are measured.
   */
  default boolean goesFirst(Batch untimed) {
    return false;
  }

  /** How long trials may still go on; what is in progress when it is over is ended. */
  default Duration left() {
    return Duration.ofSeconds(Long.MAX_VALUE / 1_000_000_000);
  }

  /** Told how long a batch took from the start of its first worker, by two threads. */
  default void took(Batch batch, Duration time) {}

  /** The time that forks beyond the plan may take, as far as it is known before the run. */
  default Duration open() {
    return Duration.ZERO;
  }

  /**
   * What to run once the plan is done, and then again after that: timed batches alone, untimed ones
   * two at a time.
   *
   * @param trials all that ended so far
   * @return empty where the run is over
   */
  default List<Batch> further(List<TrialRecord> trials) {
    return List.of();
  }
}
