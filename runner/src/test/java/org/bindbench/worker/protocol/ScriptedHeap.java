package org.bindbench.worker.protocol;

import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.function.LongSupplier;
import javax.management.ObjectName;

/**
 * A heap that holds what a test says, and garbage until it is collected: a real collection of the
 * tests' own JVM takes tens of milliseconds, and protocols ask for hundreds.
 */
public class ScriptedHeap implements MemoryMXBean {
  private static final long GARBAGE_BYTES = 1 << 20;

  private final LongSupplier liveBytes;
  private long seenBytes;

  public ScriptedHeap(LongSupplier liveBytes) {
    this.liveBytes = liveBytes;
  }

  @Override
  public void gc() {
    seenBytes = liveBytes.getAsLong();
  }

  /** What was there at the last collection, and what has been made since. */
  @Override
  public MemoryUsage getHeapMemoryUsage() {
    long now = liveBytes.getAsLong();
    long used = now == seenBytes ? now : Math.max(now, seenBytes) + GARBAGE_BYTES;
    return new MemoryUsage(0, used, used, -1);
  }

  @Override
  public MemoryUsage getNonHeapMemoryUsage() {
    throw new AssertionError("not asked for");
  }

  @Override
  public int getObjectPendingFinalizationCount() {
    throw new AssertionError("not asked for");
  }

  @Override
  public boolean isVerbose() {
    return false;
  }

  @Override
  public void setVerbose(boolean value) {
    throw new AssertionError("not asked for");
  }

  @Override
  public ObjectName getObjectName() {
    throw new AssertionError("not asked for");
  }
}
