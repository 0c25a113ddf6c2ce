package org.bindbench.worker;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.bindbench.engine.HostMemory;

/** Memory, allocation and CPU readings of this JVM. */
public final class JvmMeter implements HostMemory {
  /** Two readings of a settled heap differ by less than this share. */
  private static final double SETTLED = 0.001;

  /** Collections after which a heap that still moves is read as it is. */
  private static final int MOST_COLLECTIONS = 10;

  private final MemoryMXBean memory;
  private final List<MemoryPoolMXBean> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();
  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final com.sun.management.OperatingSystemMXBean process =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final CompilerClock compilers = CompilerClock.ofThisJvm();

  /** A meter of this JVM. */
  public JvmMeter() {
    this(ManagementFactory.getMemoryMXBean());
  }

  /** A meter whose heap is that one; everything else is this JVM's. */
  public JvmMeter(MemoryMXBean memory) {
    this.memory = memory;
  }

  /** One full collection. */
  public void collect() {
    memory.gc();
  }

  /** The heap in use, garbage included. */
  public long usedBytes() {
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** Collects until two readings agree to 0.1 %, ten times at most; the last reading in bytes. */
  @Override
  public long liveBytes() {
    return liveBytes(1);
  }

  /**
   * Collects until the heap has moved by no more than 0.1 % so many times in a row, ten times at
   * most; the last reading in bytes.
   */
  public long liveBytes(int still) {
    return liveBytes(still, collectedBytes());
  }

  /**
   * The same where the heap had settled at so many bytes before: a first reading that has moved no
   * further from there counts as well.
   */
  public long liveBytes(int still, long settledBytes) {
    long before = settledBytes;
    int inRow = 0;
    for (int i = 1; i < MOST_COLLECTIONS && inRow < still; i++) {
      long now = collectedBytes();
      inRow = Math.abs(now - before) <= SETTLED * before ? inRow + 1 : 0;
      before = now;
    }
    return before;
  }

  /** The heap in use after one collection. */
  public long collectedBytes() {
    collect();
    return usedBytes();
  }

  /** The pools' peaks need not fall together, so their sum is an upper bound. */
  @Override
  public long peakBytes() {
    return heapPools.stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  @Override
  public void resetPeak() {
    heapPools.forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** Bytes that the calling thread has allocated so far. */
  public long threadAllocatedBytes() {
    return threads.getCurrentThreadAllocatedBytes();
  }

  /** CPU time of the whole process so far, compiler and collector included, in ns. */
  public long processCpuNanos() {
    return process.getProcessCpuTime();
  }

  /**
   * What the compilers of this process used so far, in ns: CPU time of the threads that compile
   * guest code, and the elapsed time of every compilation that the JVM's own have ended.
   */
  public long compilerNanos() {
    return compilers.nanos();
  }

  /**
   * Waits until what compiles guest code has nothing to do: it works in the same heap. After ten
   * seconds it is let be.
   *
   * @param pause waits for so many ms
   */
  public void awaitGuestCompilers(LongConsumer pause) {
    if (GuestCompilers.areThere()) GuestCompilers.awaitRest(GuestCompilers::areBusy, pause);
  }

  /** The collectors' names as the JVM gives them. */
  String collector() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(GarbageCollectorMXBean::getName)
        .collect(Collectors.joining(", "));
  }

  /** Stacks of all threads. */
  String stacks() {
    StringBuilder text = new StringBuilder();
    Thread.getAllStackTraces()
        .forEach(
            (thread, frames) -> {
              text.append('"').append(thread.getName()).append("\" ").append(thread.getState());
              for (StackTraceElement frame : frames) text.append("\n    at ").append(frame);
              text.append("\n\n");
            });
    return text.toString();
  }
}
