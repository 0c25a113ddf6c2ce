package org.bindbench.worker;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long the compilers of this JVM have worked so far: the JVM's own by what it counts itself,
 * GraalPy's by the CPU time of the threads it compiles on. Threads that have ended keep their part,
 * so that the sum never falls.
 */
final class CompilerClock {
  private final LongSupplier hostNanos;
  private final Supplier<Map<Long, Long>> guestNanos;
  private final Map<Long, Long> seen = new HashMap<>();

  /**
   * A clock over the given readings.
   *
   * @param hostNanos what the JVM's own compilers used so far, in ns
   * @param guestNanos CPU time so far of each live thread that compiles guest code, in ns, by the
   *     thread's id, which a JVM never uses twice
   */
  CompilerClock(LongSupplier hostNanos, Supplier<Map<Long, Long>> guestNanos) {
    this.hostNanos = hostNanos;
    this.guestNanos = guestNanos;
  }

  /** The compilers of this JVM. */
  static CompilerClock ofThisJvm() {
    return new CompilerClock(CompilerClock::host, GuestCompilers::cpuNanos);
  }

  /** Time so far, in ns. */
  synchronized long nanos() {
    guestNanos.get().forEach((thread, nanos) -> seen.merge(thread, nanos, Math::max));
    return hostNanos.getAsLong() + seen.values().stream().mapToLong(Long::longValue).sum();
  }

  /** C1 and C2: elapsed time of the compilations that have ended, which the JVM counts in ms. */
  private static long host() {
    @Nullable CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
    return compilers != null && compilers.isCompilationTimeMonitoringSupported()
        ? compilers.getTotalCompilationTime() * 1_000_000
        : 0;
  }
}
