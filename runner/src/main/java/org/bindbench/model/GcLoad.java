package org.bindbench.model;

import java.time.Duration;

/**
 * How long a case of the protocol {@code gc} loads the collector, and with what heap.
 *
 * @param forks most JVMs per case: pauses of all of them are judged together, so they need fewer
 * @param warmUp guest time before it counts
 * @param measured guest time that counts, in one piece
 * @param heap size of the worker's heap as the JVM takes it, {@code 512m}; a heap much larger than
 *     what the case needs would be collected too rarely to say anything
 */
public record GcLoad(int forks, Duration warmUp, Duration measured, String heap) {
  /** The protocol of cases that load the collector. */
  public static final String PROTOCOL = "gc";

  public GcLoad {
    if (forks < 1) throw new IllegalArgumentException("forks must be at least 1, but is " + forks);
    if (warmUp.isNegative() || warmUp.isZero() || measured.isNegative() || measured.isZero())
      throw new IllegalArgumentException(
          "a load takes time, not " + warmUp + " of warm-up and " + measured + " that counts");
    if (!heap.matches("[1-9][0-9]*[mg]"))
      throw new IllegalArgumentException("a heap is written like 512m or 2g, not " + heap);
  }

  /** The same load after another warm-up. */
  public GcLoad warmedFor(Duration time) {
    return new GcLoad(forks, time, measured, heap);
  }

  /** Three JVMs of 512 MiB, 2 s of warm-up, 3 s that count. */
  public static GcLoad standard() {
    return new GcLoad(3, Duration.ofSeconds(2), Duration.ofSeconds(3), "512m");
  }
}
