package org.bindbench.analysis.leak;

import org.bindbench.analysis.Estimate;

/** What a series of cycles says of a leak. */
public sealed interface LeakFinding {
  /**
   * Memory is lost with every cycle, to the last of them.
   *
   * @param perCycle bytes a cycle, with the 95 % interval
   * @param perThousand bytes per 1,000 operations, with the 95 % interval
   * @param severity by the lower bound over all cycles
   */
  record Leak(Estimate perCycle, Estimate perThousand, Severity severity) implements LeakFinding {}

  /**
   * No leak was found.
   *
   * @param perCycle bytes a cycle, with the 95 % interval
   * @param reason which of the rule's conditions does not hold
   */
  record NoLeak(Estimate perCycle, String reason) implements LeakFinding {}

  /**
   * The series cannot be judged.
   *
   * @param reason what is lacking
   */
  record Inconclusive(String reason) implements LeakFinding {}

  /**
   * Some conditions of a leak hold, and twice the cycles tell a leak from a cache that is filling.
   *
   * @param perCycle bytes a cycle, with the 95 % interval
   * @param reason which conditions hold
   */
  record Suspicion(Estimate perCycle, String reason) implements LeakFinding {}
}
