package org.bindbench.model.limits;

/**
 * One try of a search, in a worker of its own.
 *
 * @param size what was tried: MiB or contexts
 */
public record Attempt(int size, Ending ending) {
  /** Whether the case got through. */
  public boolean passed() {
    return ending == Ending.COMPLETED;
  }
}
