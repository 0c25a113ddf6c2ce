package org.bindbench.worker.flight;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The collector's events of one load. All times are in ns since the part that counts began.
 *
 * @param windowNanos length of the part that counts
 * @param collections in the order of their start
 * @param pauses in the order of their start
 * @param heap use of the heap when collections began and ended, in the order of the readings
 * @param promoted bytes that a collection moved to the old generation, by its id; only of
 *     collectors that tell
 * @param safepoints how long threads took to stop, each time they were told to
 * @param concurrent phases that ran beside the script
 * @param stalls times that a thread waited for memory
 * @param lost whether the recorder lost events
 */
record CollectorEvents(
    long windowNanos,
    List<Collection> collections,
    List<Pause> pauses,
    List<HeapUse> heap,
    Map<Long, Long> promoted,
    List<Span> safepoints,
    List<Span> concurrent,
    List<Stall> stalls,
    boolean lost) {
  /** Causes of collections that somebody asked for; HotSpot's {@code GCCause}. */
  private static final Set<String> ASKED_FOR =
      Set.of(
          "System.gc()",
          "Diagnostic Command",
          "Heap Dump Initiated GC",
          "Heap Inspection Initiated GC",
          "JvmtiEnv ForceGarbageCollection");

  CollectorEvents {
    collections = List.copyOf(collections);
    pauses = List.copyOf(pauses);
    heap = List.copyOf(heap);
    promoted = Map.copyOf(promoted);
    safepoints = List.copyOf(safepoints);
    concurrent = List.copyOf(concurrent);
    stalls = List.copyOf(stalls);
  }

  /** A stretch of time. */
  record Span(long startNanos, long nanos) {
    long endNanos() {
      return startNanos + nanos;
    }
  }

  /**
   * A collection.
   *
   * @param id its number in the JVM's log
   */
  record Collection(long id, Generation generation, String cause, Span span) {
    boolean isForced() {
      return ASKED_FOR.contains(cause);
    }
  }

  /** A pause that belongs to a collection. */
  record Pause(long collection, Span span) {}

  /** The heap in use when a collection began, or else when it ended. */
  record HeapUse(long collection, boolean before, long atNanos, long usedBytes) {}

  /** A wait of a thread for memory. */
  record Stall(long thread, Span span) {}

  boolean isInWindow(Span span) {
    return span.startNanos() >= 0 && span.startNanos() < windowNanos;
  }
}
