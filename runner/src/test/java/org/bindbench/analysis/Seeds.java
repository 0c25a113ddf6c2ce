package org.bindbench.analysis;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The seeds of simulations: three that are fixed, and one from the command line, {@code
 * -Dsimulation.seed=N}. The bounds of a simulation are wide enough for any seed.
 */
public final class Seeds {
  private Seeds() {}

  /** All seeds; tests take them by the name of this method. */
  public static LongStream all() {
    LongStream given =
        Stream.ofNullable(Long.getLong("simulation.seed")).mapToLong(Long::longValue);
    return LongStream.concat(LongStream.of(1947, 1995, 2013), given);
  }

  /** Prints what a simulation saw, beside its seed. */
  public static void report(long seed, String what, double share, int trials) {
    System.out.printf(
        java.util.Locale.ROOT, "seed %d: %s: %.4f of %d%n", seed, what, share, trials);
  }
}
