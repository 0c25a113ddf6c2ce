package org.bindbench.analysis.limits;

import org.bindbench.model.limits.Sought;

/**
 * The sizes that a search may try: multiples of the grain, from the least to the most.
 *
 * @param large whether large sizes are the easy ones, as for heaps; else small ones, as for
 *     contexts
 * @param least smallest size, a multiple of the grain
 * @param most largest size, a multiple of the grain
 * @param grain what sizes are multiples of
 */
public record Range(boolean large, int least, int most, int grain) {
  /** HotSpot rounds the heap of the parallel collector up to 2 MiB. */
  private static final int HEAP_GRAIN = 2;

  private static final int LEAST_HEAP = 8;
  private static final int MOST_HEAP = 2048;
  private static final int MOST_CONTEXTS = 4096;

  public Range {
    if (grain < 1 || least < 1 || least > most || least % grain != 0 || most % grain != 0)
      throw new IllegalArgumentException(
          "sizes from %d to %d cannot be multiples of %d".formatted(least, most, grain));
  }

  /** Heaps from 8 MiB to 2 GiB; from one context to 4096. */
  public static Range of(Sought sought) {
    return sought == Sought.SMALLEST_HEAP
        ? new Range(true, LEAST_HEAP, MOST_HEAP, HEAP_GRAIN)
        : new Range(false, 1, MOST_CONTEXTS, 1);
  }

  /** The nearest size that may be tried. */
  int nearest(double size) {
    long multiple = Math.round(size / grain) * grain;
    return (int) Math.max(least, Math.min(most, multiple));
  }

  /** Whether the one size is harder to get through than the other. */
  boolean isHarder(int one, int other) {
    return large ? one < other : one > other;
  }

  int easierOf(int one, int other) {
    return isHarder(one, other) ? other : one;
  }

  int harderOf(int one, int other) {
    return isHarder(one, other) ? one : other;
  }

  int easiest() {
    return large ? most : least;
  }

  int hardest() {
    return large ? least : most;
  }

  /** A size twice as easy, or the easiest. */
  int easier(int size) {
    return nearest(large ? 2.0 * size : Math.floor(size / 2.0 / grain) * grain);
  }

  /** A size twice as hard, or the hardest. */
  int harder(int size) {
    return nearest(large ? Math.floor(size / 2.0 / grain) * grain : 2.0 * size);
  }
}
