package org.bindbench.model.limits;

import java.util.OptionalInt;

/** What a search does next: one more try, or nothing more. */
public sealed interface LimitStep {
  /** Try that size, in MiB or contexts. */
  record Try(int size) implements LimitStep {}

  /**
   * The limit is found.
   *
   * @param size the hardest size that every try of it got through
   * @param failed the next harder size tried, which failed; empty where even the hardest that may
   *     be tried was got through
   */
  record Found(int size, OptionalInt failed) implements LimitStep {}

  /**
   * There is no limit to report.
   *
   * @param outOfMemory whether not even the easiest size was enough
   */
  record Unsettled(String reason, boolean outOfMemory) implements LimitStep {}
}
