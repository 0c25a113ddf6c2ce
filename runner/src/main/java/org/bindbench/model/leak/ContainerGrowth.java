package org.bindbench.model.leak;

/**
 * A container that had more in it after the cycles than before them.
 *
 * @param container as it was after them
 * @param before how many elements or entries it had before them
 */
public record ContainerGrowth(ContainerSize container, long before) {
  /** Elements or entries that were added. */
  public long added() {
    return container.size() - before;
  }
}
