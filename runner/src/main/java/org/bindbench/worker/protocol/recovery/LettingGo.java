package org.bindbench.worker.protocol.recovery;

/** One way to make objects and let go of them. */
interface LettingGo {
  /** Makes the objects, lets go of them, and watches the heap until it has settled. */
  Round round();

  /**
   * What one round came to.
   *
   * @param takenBytes live heap that was taken
   * @param freePercent share of it that is free again
   * @param millis from letting go until the heap was stable
   */
  record Round(long takenBytes, double freePercent, double millis) {
    static Round of(long before, long with, long after, long nanos) {
      double free = 100.0 * (with - after) / (with - before);
      return new Round(with - before, Math.max(0, free), nanos / 1e6);
    }
  }
}
