package org.bindbench.model;

/**
 * How much the leak protocol does.
 *
 * @param cycles cycles of work and collection, at least 30
 * @param operations operations of one cycle, at least 1
 */
public record LeakCycles(int cycles, int operations) {
  /** Fewer cycles are not judged. */
  public static final int FEWEST = 30;

  /** From this many cycles on what looks like a leak is decided. */
  public static final int ENOUGH = 60;

  public LeakCycles {
    if (cycles < FEWEST)
      throw new IllegalArgumentException(
          "cycles must be at least " + FEWEST + ", but is " + cycles);
    if (operations < 1)
      throw new IllegalArgumentException("operations must be at least 1, but is " + operations);
  }

  /** As many as a first verdict needs. */
  public static LeakCycles standard() {
    return new LeakCycles(FEWEST, 1_000);
  }

  /** As many as a last verdict needs. */
  public LeakCycles enough() {
    return new LeakCycles(Math.max(ENOUGH, cycles), operations);
  }
}
