package org.bindbench.model;

import java.time.Duration;

/**
 * How much work one engine's trials are given.
 *
 * @param forks JVMs per case
 * @param rotated whether the timed cases of a fork share one JVM, warmed in turns
 * @param warmUp guest time per case before it counts
 * @param measured guest time per case that counts
 * @param slice how long a case runs before the next one's turn; equal to warmUp where it is alone
 * @param iteration length that an iteration is calibrated to
 * @param segmentsPerIteration timed calls in one iteration
 * @param retainedObjects objects made by one round of the retained protocol
 * @param weakObjects objects made by one round of the weakref protocol
 * @param limit longest silence of a worker before it is ended
 * @param sizes how much the protocols do that repeat or grow their work
 */
public record Effort(
    int forks,
    boolean rotated,
    Duration warmUp,
    Duration measured,
    Duration slice,
    Duration iteration,
    int segmentsPerIteration,
    int retainedObjects,
    int weakObjects,
    Duration limit,
    Sizes sizes) {
  public Effort {
    if (forks < 1) throw new IllegalArgumentException("forks must be at least 1, but is " + forks);
  }

  /** An effort of standard sizes. */
  public Effort(
      int forks,
      boolean rotated,
      Duration warmUp,
      Duration measured,
      Duration slice,
      Duration iteration,
      int segmentsPerIteration,
      int retainedObjects,
      int weakObjects,
      Duration limit) {
    this(
        forks,
        rotated,
        warmUp,
        measured,
        slice,
        iteration,
        segmentsPerIteration,
        retainedObjects,
        weakObjects,
        limit,
        Sizes.standard());
  }

  /** The length that one timed call is calibrated to. */
  public Duration segment() {
    return iteration.dividedBy(segmentsPerIteration);
  }
}
