package org.bindbench.analysis.leak;

import java.util.Optional;

/** What a series of cycles says of a leak. */
public sealed interface LeakFinding {
  /** The figures behind it; empty where the series cannot be judged. */
  Optional<CycleGrowth> figures();

  /** Which of the rule's conditions decided, or what is lacking. */
  String reason();

  /**
   * Memory is lost with every cycle, to the last of them.
   *
   * @param severity by the lower bound over all cycles
   */
  record Leak(CycleGrowth growth, Severity severity) implements LeakFinding {
    @Override
    public Optional<CycleGrowth> figures() {
      return Optional.of(growth);
    }

    @Override
    public String reason() {
      return "it rises steadily, above the floor, and to the last cycle";
    }
  }

  /** No leak was found. */
  record NoLeak(CycleGrowth growth, String reason) implements LeakFinding {
    @Override
    public Optional<CycleGrowth> figures() {
      return Optional.of(growth);
    }
  }

  /** The series cannot be judged. */
  record Inconclusive(String reason) implements LeakFinding {
    @Override
    public Optional<CycleGrowth> figures() {
      return Optional.empty();
    }
  }

  /** Some conditions of a leak hold; twice the cycles tell a leak from a cache that is filling. */
  record Suspicion(CycleGrowth growth, String reason) implements LeakFinding {
    @Override
    public Optional<CycleGrowth> figures() {
      return Optional.of(growth);
    }
  }
}
