package org.bindbench.worker;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of the few rounds of an untimed trial. */
final class Medians {
  private Medians() {}

  /** The median of an odd number of rounds; for an even number the upper of the two middle ones. */
  static <T> double of(List<T> rounds, ToDoubleFunction<T> value) {
    return rounds.stream().mapToDouble(value).sorted().toArray()[rounds.size() / 2];
  }
}
