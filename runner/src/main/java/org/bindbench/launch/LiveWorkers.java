package org.bindbench.launch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The workers that run now. When this process is told to end (SIGINT, SIGTERM, SIGHUP), they end
 * first, so that none outlives it.
 */
public final class LiveWorkers {
  /** Exit codes of a process that got HUP, INT or TERM. */
  private static final Set<Integer> TOLD_TO_END = Set.of(129, 130, 143);

  private static final Duration OWN_SIGNAL = Duration.ofSeconds(5);

  private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();
  private static final CountDownLatch ENDING = new CountDownLatch(1);

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(LiveWorkers::endAll, "bindbench-end-workers"));
  }

  private LiveWorkers() {}

  static void add(Process process) {
    LIVE.add(process);
    if (isEnding()) end(process); // it was started while the others were being ended
  }

  static void remove(Process process) {
    LIVE.remove(process);
  }

  /** Whether this process is ending, so that a worker's death says nothing about its trial. */
  public static boolean isEnding() {
    return ENDING.getCount() == 0;
  }

  /**
   * Whether a worker ended because this process is ending. Ctrl-C in a terminal reaches both, and
   * the worker perhaps first: where its exit code says so, the own signal may be on its way.
   */
  static boolean endedTogether(int exitCode) throws InterruptedException {
    return isEnding()
        || TOLD_TO_END.contains(exitCode)
            && ENDING.await(OWN_SIGNAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void endAll() {
    ENDING.countDown();
    LIVE.forEach(LiveWorkers::end);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }
}
