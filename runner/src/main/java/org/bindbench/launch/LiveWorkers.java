package org.bindbench.launch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workers that run now. When this process is told to end (SIGINT, SIGTERM, SIGHUP), they end
 * first, so that none outlives it.
 */
final class LiveWorkers {
  private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();
  private static volatile boolean ending;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(LiveWorkers::endAll, "bindbench-end-workers"));
  }

  private LiveWorkers() {}

  static void add(Process process) {
    LIVE.add(process);
    if (ending) end(process); // it was started while the others were being ended
  }

  static void remove(Process process) {
    LIVE.remove(process);
  }

  /** Whether this process is ending, so that a worker's death says nothing about its trial. */
  static boolean isEnding() {
    return ending;
  }

  private static void endAll() {
    ending = true;
    LIVE.forEach(LiveWorkers::end);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
