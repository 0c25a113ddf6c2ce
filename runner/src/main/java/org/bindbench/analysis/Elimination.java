package org.bindbench.analysis;

import java.util.Locale;
import java.util.Optional;

/**
 * Signs that the compiler removed the work a case was to measure. Each judgement returns its reason
 * with the figures, or nothing.
 */
public final class Elimination {
  /** Least ratio of the time of 2n operations to that of n. */
  public static final double LEAST_SCALING = 1.8;

  /** Greatest ratio of the time of 2n operations to that of n. */
  public static final double GREATEST_SCALING = 2.2;

  /** Below this an operation is no longer one: the compiler folded it into the loop. */
  public static final double INLINED_BELOW_NANOS = 1;

  private Elimination() {}

  /**
   * Work that must allocate, but did not.
   *
   * @param allocatedBytesPerOperation as read; NaN, where nobody could read it, proves nothing
   * @param leastAllocation fewest bytes one operation must allocate, 0 where the case makes nothing
   */
  public static Optional<String> byAllocation(
      double allocatedBytesPerOperation, double leastAllocation) {
    if (leastAllocation <= 0 || !(allocatedBytesPerOperation < leastAllocation))
      return Optional.empty();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the work was removed: %.1f bytes allocated per operation where it takes at least %.1f",
            allocatedBytesPerOperation,
            leastAllocation));
  }

  /**
   * Time that does not grow with the work.
   *
   * @param ratio time of 2n operations over that of n
   */
  public static Optional<String> byScaling(double ratio) {
    if (ratio >= LEAST_SCALING && ratio <= GREATEST_SCALING) return Optional.empty();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "time does not follow the work: twice the operations took %.2f times as long,"
                + " expected %.1f to %.1f",
            ratio,
            LEAST_SCALING,
            GREATEST_SCALING));
  }

  /** An operation that takes less than 1 ns: still a figure, never a headline or a winner. */
  public static Optional<String> inlined(double nanosPerOperation) {
    if (!(nanosPerOperation < INLINED_BELOW_NANOS)) return Optional.empty();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "inlined: %.3f ns per operation is less than a call can take",
            nanosPerOperation));
  }
}
