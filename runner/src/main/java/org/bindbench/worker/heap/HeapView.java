package org.bindbench.worker.heap;

import java.util.OptionalLong;

/** The heap and the process of this JVM, as its beans and the system show them. */
public interface HeapView {
  /** Bytes that the heap may become. */
  long maxBytes();

  /** Bytes of the heap that are taken from the system. */
  long committedBytes();

  /** Time that collectors have worked or paused so far, in ns, counted by the JVM in ms. */
  long collectingNanos();

  /** Number of collections so far, of every kind. */
  long collections();

  /** Heap in use when the last collection had ended; empty where there was none. */
  OptionalLong usedAfterLastCollection();

  /** Size of a region of the heap; empty for collectors without humongous objects. */
  OptionalLong regionBytes();

  /** What the process has in RAM; empty where the system does not tell. */
  OptionalLong residentBytes();

  /** The most it had in RAM at once; empty where the system does not tell. */
  OptionalLong peakResidentBytes();
}
