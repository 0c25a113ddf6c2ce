package org.bindbench.analysis.leak;

import org.bindbench.analysis.Estimate;

/**
 * How the live heap moved over cycles, and what would have counted as a leak.
 *
 * @param perCycle bytes a cycle, with the 95 % interval
 * @param perThousand bytes per 1,000 operations, with the 95 % interval
 * @param floor bytes a cycle that a leak's lower bound must be above
 * @param detectable bytes a cycle that would have been called a leak in 80 of 100 runs
 * @param cycles that were run
 * @param operations of a cycle
 */
public record CycleGrowth(
    Estimate perCycle,
    Estimate perThousand,
    double floor,
    double detectable,
    int cycles,
    long operations) {
  /** What 1,000 operations may keep at most, in bytes. */
  public static final double TARGET_PER_THOUSAND = 1e6;

  static CycleGrowth of(Cycles cycles, Estimate perCycle, double floor, double detectable) {
    double thousand = 1000.0 / cycles.operations();
    return new CycleGrowth(
        perCycle,
        new Estimate(
            perCycle.value() * thousand,
            perCycle.low() * thousand,
            perCycle.high() * thousand,
            perCycle.level()),
        floor,
        detectable,
        cycles.count(),
        cycles.operations());
  }

  /** The fewest bytes that all cycles together can have kept; 0 where they may have kept none. */
  public double leastTotal() {
    return Math.max(0, perCycle.low() * cycles);
  }

  /** Whether more than the target is kept for certain. */
  public boolean missesTarget() {
    return perThousand.low() > TARGET_PER_THOUSAND;
  }
}
