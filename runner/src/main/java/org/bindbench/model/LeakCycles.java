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

  /** As {@link #ENOUGH}, on an engine whose own compiler fills the heap meanwhile. */
  public static final int ENOUGH_COMPILED = 2 * ENOUGH;

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

  /** From how many cycles on what looks like a leak is decided. */
  public static int enough(boolean compiled) {
    return compiled ? ENOUGH_COMPILED : ENOUGH;
  }

  /** The same with so many cycles, or more where there are more. */
  public LeakCycles atLeast(int fewest) {
    return new LeakCycles(Math.max(fewest, cycles), operations);
  }
}
