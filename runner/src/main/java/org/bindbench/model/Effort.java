package org.bindbench.model;

import java.time.Duration;

/**
 * How much work one engine's trials are given.
 *
 * @param forks JVMs per case
 * @param rotated whether the timed cases of a fork share one JVM, warmed in turns
 * @param warmUp guest time per case before it counts; a fixed time where cases are rotated, since
 *     one that settles early would change what the others of its JVM go through
 * @param measured guest time per case that counts
 * @param slice how long a case runs before the next one's turn, or before a worker speaks
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
    WarmUp warmUp,
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
    if (rotated) warmUp = WarmUp.fixed(warmUp.expected());
  }

  /** An effort with a fixed warm-up and of standard sizes. */
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
        WarmUp.fixed(warmUp),
        measured,
        slice,
        iteration,
        segmentsPerIteration,
        retainedObjects,
        weakObjects,
        limit,
        Sizes.standard());
  }

  /**
   * The same effort with the warm-up that a plan reckons with, whatever a case does: two sides that
   * are compared must be compared at equal age.
   */
  public Effort onSchedule() {
    return with(WarmUp.fixed(warmUp.expected()));
  }

  /**
   * The same effort with a fixed warm-up of that time, where the plan does not reckon with more.
   */
  public Effort warmedAtLeast(Duration time) {
    return warmUp.expected().compareTo(time) < 0 ? with(WarmUp.fixed(time)) : this;
  }

  private Effort with(WarmUp other) {
    return new Effort(
        forks,
        rotated,
        other,
        measured,
        slice,
        iteration,
        segmentsPerIteration,
        retainedObjects,
        weakObjects,
        limit,
        sizes);
  }

  /** JVMs for a case: some protocols need fewer than others. */
  public int forks(CaseDeclaration declaration) {
    return declaration.protocol().equals(GcLoad.PROTOCOL)
        ? Math.min(forks, sizes.gc().forks())
        : forks;
  }

  /** The same effort with other sizes. */
  public Effort with(Sizes other) {
    return new Effort(
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
        other);
  }

  /** The length that one timed call is calibrated to. */
  public Duration segment() {
    return iteration.dividedBy(segmentsPerIteration);
  }
}
