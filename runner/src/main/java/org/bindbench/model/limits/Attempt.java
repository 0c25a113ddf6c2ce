package org.bindbench.model.limits;

import java.util.OptionalInt;

/**
 * One try of a search, in a worker of its own.
 *
 * @param size what was tried: MiB or contexts
 * @param held the easier size that it held on its way to that one, where it failed and told so
 */
public record Attempt(int size, Ending ending, OptionalInt held) {
  /** A try that tells nothing of easier sizes. */
  public Attempt(int size, Ending ending) {
    this(size, ending, OptionalInt.empty());
  }

  /** A try that failed when it opened that context: it could hold all but that one. */
  public static Attempt failed(Opening opening, Ending ending) {
    int open = opening.number() - 1;
    return new Attempt(
        opening.number(), ending, open > 0 ? OptionalInt.of(open) : OptionalInt.empty());
  }

  /** Whether the case got through. */
  public boolean passed() {
    return ending == Ending.COMPLETED;
  }
}
