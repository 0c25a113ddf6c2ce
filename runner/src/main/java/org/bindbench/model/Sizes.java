package org.bindbench.model;

import java.util.List;
import java.util.Objects;

/**
 * How much the protocols do that repeat or grow their work.
 *
 * @param cycles cycles of the lifecycle protocol, at least 10
 * @param cycleObjects objects made and dropped in one of them
 * @param scalingSizes sizes of the scaling protocol, rising; at least 6 over at least a factor of
 *     64
 * @param concurrentOperations operations that each guest of the concurrent protocol does in a round
 * @param gc the load of the gc protocol
 * @param churn how many guests the churn protocol opens and closes
 * @param leak cycles of the leak protocol; the standard ones in a run that was stored before there
 *     were any
 */
public record Sizes(
    int cycles,
    int cycleObjects,
    List<Integer> scalingSizes,
    int concurrentOperations,
    GcLoad gc,
    ChurnSize churn,
    LeakCycles leak) {
  /** The fewest cycles that a slope is drawn over. */
  public static final int FEWEST_CYCLES = 10;

  /** The fewest sizes that an exponent is fitted to. */
  public static final int FEWEST_SIZES = 6;

  /** How many times the smallest size the largest must be at least. */
  public static final int LEAST_RANGE = 64;

  public Sizes {
    // a run that was stored before there was this protocol has no such size
    churn = Objects.requireNonNullElseGet(churn, ChurnSize::standard);
    scalingSizes = List.copyOf(scalingSizes);
    gc = Objects.requireNonNullElseGet(gc, GcLoad::standard); // of a run stored without one
    leak = Objects.requireNonNullElse(leak, LeakCycles.standard());
    if (cycles < FEWEST_CYCLES)
      throw new IllegalArgumentException(
          "cycles must be at least " + FEWEST_CYCLES + ", but is " + cycles);
    if (cycleObjects < 1 || concurrentOperations < 1)
      throw new IllegalArgumentException(
          "objects and operations must be at least 1, but are "
              + cycleObjects
              + " and "
              + concurrentOperations);
    if (!isScale(scalingSizes))
      throw new IllegalArgumentException(
          "scaling needs at least "
              + FEWEST_SIZES
              + " rising sizes above 1 over a factor of "
              + LEAST_RANGE
              + ", but has "
              + scalingSizes);
  }

  /** Sizes with the usual load of the collector and standard churn and cycles of leaks. */
  public Sizes(int cycles, int cycleObjects, List<Integer> scalingSizes, int concurrentOperations) {
    this(
        cycles,
        cycleObjects,
        scalingSizes,
        concurrentOperations,
        GcLoad.standard(),
        ChurnSize.standard(),
        LeakCycles.standard());
  }

  /** The same sizes with another load of the gc protocol. */
  public Sizes with(GcLoad other) {
    return new Sizes(cycles, cycleObjects, scalingSizes, concurrentOperations, other, churn, leak);
  }

  /** The same sizes with other cycles of the leak protocol. */
  public Sizes with(LeakCycles other) {
    return new Sizes(cycles, cycleObjects, scalingSizes, concurrentOperations, gc, churn, other);
  }

  private static boolean isScale(List<Integer> sizes) {
    for (int i = 1; i < sizes.size(); i++) if (sizes.get(i - 1) >= sizes.get(i)) return false;
    return sizes.size() >= FEWEST_SIZES
        && sizes.get(0) > 1
        && sizes.get(sizes.size() - 1) / LEAST_RANGE >= sizes.get(0);
  }

  /** From 1,000 to 1,000,000 objects, two sizes to a decade. */
  public static Sizes standard() {
    return new Sizes(
        20, 50_000, List.of(1_000, 3_162, 10_000, 31_623, 100_000, 316_228, 1_000_000), 1_000);
  }
}
