package org.bindbench.model;

import java.time.Duration;

/**
 * How much the churn protocol does.
 *
 * @param contexts guests that are opened and closed, at least 1
 * @param limit time after which no further one is opened
 */
public record ChurnSize(int contexts, Duration limit) {
  public ChurnSize {
    if (contexts < 1)
      throw new IllegalArgumentException("contexts must be at least 1, but is " + contexts);
    if (limit.isNegative() || limit.isZero())
      throw new IllegalArgumentException("the limit must be a time, but is " + limit);
  }

  /** As many as a leak is decided by. */
  public static ChurnSize standard() {
    return new ChurnSize(60, Duration.ofSeconds(90));
  }
}
