package org.bindbench.worker.protocol;

import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.bindbench.engine.Library;

/** A library whose counter loses updates: of ten that count at the same time, nine are lost. */
public final class UnsafeLibrary implements Library {
  private final Counter counter = new Counter();

  @Override
  public String name() {
    return "planted";
  }

  @Override
  public Map<String, Object> namespaces() {
    return Map.of("shared", counter);
  }

  /** Reads and writes apart, with the other threads in between. */
  public static final class Counter {
    private final CyclicBarrier together = new CyclicBarrier(10);
    private volatile int count;

    /** Counts one, unless the others do at the same time. */
    public void increment() {
      int seen = count;
      await(); // all have read before any of them writes
      count = seen + 1;
      await(); // and all have written before any of them reads again
    }

    /** What was counted. */
    public int total() {
      return count;
    }

    private void await() {
      try {
        together.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException("another thread did not come", e);
      }
    }
  }
}
