package org.bindbench.worker.flight;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.bindbench.worker.JvmMeter;

/**
 * Counters of this JVM at one moment.
 *
 * @param guestAllocatedBytes what the calling thread allocated so far
 * @param allocatedBytes what all threads allocated so far; empty before JDK 21
 * @param processCpuNanos CPU time of the process so far
 * @param collectorCpuNanos CPU time so far by thread of the collector; empty where the system does
 *     not tell
 * @param usedBytes the heap in use, garbage included
 */
record Counters(
    long guestAllocatedBytes,
    Optional<Long> allocatedBytes,
    long processCpuNanos,
    Optional<Map<String, Long>> collectorCpuNanos,
    long usedBytes) {
  /** Reads them on the thread that runs the guest. */
  static Counters read(JvmMeter meter, CollectorThreads threads) {
    return new Counters(
        meter.threadAllocatedBytes(),
        allocatedByAll(),
        meter.processCpuNanos(),
        threads.nanos(),
        meter.usedBytes());
  }

  /** By its name, since the method is newer than the Java this is compiled for. */
  private static Optional<Long> allocatedByAll() {
    try {
      Object bytes =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                  "TotalThreadAllocatedBytes");
      return Optional.of((Long) bytes).filter(count -> count >= 0);
    } catch (AttributeNotFoundException e) {
      return Optional.empty();
    } catch (JMException e) {
      throw new IllegalStateException("the JVM's threads have no bean", e);
    }
  }
}
