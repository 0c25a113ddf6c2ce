package org.bindbench.worker;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** The threads of this JVM on which GraalPy compiles what it runs. */
final class GuestCompilers {
  /** Truffle's {@code BackgroundCompileQueue} names its threads so, with a number behind. */
  private static final String NAME = "TruffleCompilerThread";

  private static final long LOOK_MILLIS = 10;

  /** Ten seconds. */
  static final int MOST_LOOKS = 1000;

  /** In a row. */
  private static final int RESTING_LOOKS = 3;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GuestCompilers() {}

  /** CPU time so far of each that lives, in ns, by its id, which a JVM never uses twice. */
  static Map<Long, Long> cpuNanos() {
    Map<Long, Long> nanos = new HashMap<>();
    for (ThreadInfo thread : living()) {
      long used = THREADS.getThreadCpuTime(thread.getThreadId());
      if (used >= 0) nanos.put(thread.getThreadId(), used);
    }
    return nanos;
  }

  /** Whether there are any; an engine without a compiler has none. */
  static boolean areThere() {
    return !living().isEmpty();
  }

  /** Whether one has work now; between two pieces of it none may look so for an instant. */
  static boolean areBusy() {
    return living().stream()
        .map(ThreadInfo::getThreadState)
        .anyMatch(state -> state != State.WAITING && state != State.TIMED_WAITING);
  }

  /**
   * Looks every 10 ms until it has seen rest three times in a row, or for ten seconds.
   *
   * @param busy whether there is no rest now
   * @param pause waits for so many ms
   */
  static void awaitRest(BooleanSupplier busy, LongConsumer pause) {
    int resting = 0;
    for (int looks = 0; looks < MOST_LOOKS && resting < RESTING_LOOKS; looks++) {
      resting = busy.getAsBoolean() ? 0 : resting + 1;
      pause.accept(LOOK_MILLIS);
    }
  }

  private static List<ThreadInfo> living() {
    return Stream.of(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(Objects::nonNull)
        .filter(thread -> thread.getThreadName().startsWith(NAME))
        .toList();
  }
}
