package org.bindbench.worker.protocol.recovery;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.bindbench.engine.PreparedCase;
import org.bindbench.worker.Lab;
import org.bindbench.worker.heap.HeapView;

/**
 * What comes back when nobody asks for a collection: the script works on with the objects until the
 * JVM has collected twice by itself, which lets them grow old, then drops them and works on until
 * it has collected twice again.
 */
final class Unasked {
  private static final int COLLECTIONS = 2;
  private static final long DEADLINE_NANOS = Duration.ofSeconds(5).toNanos();
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
    return prepared.has("churn") ? Optional.of(new Unasked(lab, heap, prepared)) : Optional.empty();
  }

  /**
   * Share in percent that is free, by the heap after the last of these collections; empty where
   * there were not so many in time.
   *
   * @param takenBytes live heap that the objects take
   */
  OptionalDouble freePercent(long takenBytes) {
    long before = lab.meter().liveBytes();
    prepared.keep("run", RecoveryProtocol.objects(lab));
    boolean held = work();
    prepared.release();
    if (!held || !work()) return OptionalDouble.empty();
    OptionalLong used = heap.usedAfterLastCollection();
    if (used.isEmpty()) return OptionalDouble.empty();
    double free = 100.0 * (before + takenBytes - used.getAsLong()) / takenBytes;
    return OptionalDouble.of(Math.max(0, Math.min(100, free)));
  }

  /** Whether the JVM collected twice before the deadline. */
  private boolean work() {
    long enough = heap.collections() + COLLECTIONS;
    long end = lab.ticker().nanos() + DEADLINE_NANOS;
    while (lab.ticker().nanos() < end) {
      prepared.number("churn", CHURNED);
      if (heap.collections() >= enough) return true;
    }
    return false;
  }
}
