package org.bindbench.model;

import java.time.Duration;

/**
 * How long a timed case warms up before it counts: until it has settled, but no shorter and no
 * longer than this. Where both are equal it is a fixed time.
 *
 * @param least guest time before which it does not end
 * @param most guest time at which it ends, settled or not
 */
public record WarmUp(Duration least, Duration most) {
  public WarmUp {
    if (least.isNegative() || least.compareTo(most) > 0)
      throw new IllegalArgumentException(
          "a warm-up cannot last at least " + least + " and at most " + most);
  }

  /** A warm-up of that length, whatever the case does. */
  public static WarmUp fixed(Duration length) {
    return new WarmUp(length, length);
  }

  /** Whether its length is known before it begins. */
  public boolean hasFixedLength() {
    return least.equals(most);
  }

  /** The middle between both ends: what a plan reckons with, since a case may settle anywhere. */
  public Duration expected() {
    return least.plus(most).dividedBy(2);
  }
}
