package org.bindbench.launch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The workers that run now, so that none outlives this process. */
final class LiveWorkers {
  private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(LiveWorkers::endAll, "bindbench-end-workers"));
  }

  private LiveWorkers() {}

  static void add(Process process) {
    LIVE.add(process);
  }

  static void remove(Process process) {
    LIVE.remove(process);
  }

  private static void endAll() {
    for (Process process : LIVE) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
