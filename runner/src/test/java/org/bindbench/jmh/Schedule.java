package org.bindbench.jmh;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a fork of either side warms up and measures.
 *
 * @param warmUp guest time before anything counts
 * @param measured guest time that counts
 */
record Schedule(Duration warmUp, Duration measured) {
  private static final Schedule JIT = new Schedule(Duration.ofSeconds(25), Duration.ofSeconds(5));
  private static final Schedule OTHER = new Schedule(Duration.ofSeconds(4), Duration.ofSeconds(4));

  /** What was asked for, else longer for the engine whose compiler needs it. */
  static Schedule of(String engine, Optional<Duration> warmUp, Optional<Duration> measured) {
    Schedule usual = engine.equals("graalpy") ? JIT : OTHER;
    return new Schedule(warmUp.orElse(usual.warmUp), measured.orElse(usual.measured));
  }

  /** How many iterations of a length fill the measured time, rounded, but at least one. */
  int iterations(Duration length) {
    return (int) Math.max(1, Math.round((double) measured.toNanos() / length.toNanos()));
  }
}
