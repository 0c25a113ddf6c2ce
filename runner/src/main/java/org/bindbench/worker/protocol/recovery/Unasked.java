package org.bindbench.worker.protocol.recovery;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.bindbench.engine.PreparedCase;
import org.bindbench.worker.Lab;
import org.bindbench.worker.heap.HeapView;

/**
 * What comes back when nobody asks for a collection: the script works on while it holds the
 * objects, as long as lets them grow old, then drops them and works on for a second.
 */
final class Unasked {
  private static final long HOLDING_NANOS = Duration.ofMillis(500).toNanos();
  private static final long WAITING_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int CHURNED = 10_000;

  private final Lab lab;
  private final HeapView heap;
  private final PreparedCase prepared;

  private Unasked(Lab lab, HeapView heap, PreparedCase prepared) {
    this.lab = lab;
    this.heap = heap;
    this.prepared = prepared;
  }

  /** Empty where the case has no hook to work on with. */
  static Optional<Unasked> of(Lab lab, HeapView heap) {
    PreparedCase prepared = lab.guest().prepare(lab.spec().id());
    return prepared.has("churn")
        ? Optional.of(new Unasked(lab, heap, prepared))
        : Optional.empty();
  }

  /**
   * Share in percent that is free, by the last collection in that second; empty where the JVM did
   * not collect in it.
   *
   * @param takenBytes live heap that the objects take
   */
  OptionalDouble freePercent(long takenBytes) {
    long before = lab.meter().liveBytes();
    prepared.keep("run", lab.effort().retainedObjects());
    work(HOLDING_NANOS);
    prepared.release();
    long collections = heap.collections();
    work(WAITING_NANOS);
    if (heap.collections() == collections) return OptionalDouble.empty();
    OptionalLong used = heap.usedAfterLastCollection();
    if (used.isEmpty()) return OptionalDouble.empty();
    double free = 100.0 * (before + takenBytes - used.getAsLong()) / takenBytes;
    return OptionalDouble.of(Math.max(0, Math.min(100, free)));
  }

  private void work(long nanos) {
    long end = lab.ticker().nanos() + nanos;
    while (lab.ticker().nanos() < end) prepared.number("churn", CHURNED);
  }
}
