package org.bindbench.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindbench.machine.ControlGroup;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;

/**
 * Where workers come from: the command line of each, its log and its crash file.
 *
 * @param bundle folder with the guest libraries and the compiler
 * @param folder folder of this run, for logs
 * @param count workers started so far
 */
record Forks(WorkerJvm workerJvm, Path bundle, Path folder, Ticker ticker, AtomicInteger count) {
  private static final Path ROOT = Path.of("/");
  private static final String MAIN = "org.bindbench.worker.WorkerMain";

  /**
   * A started worker and where its traces are.
   *
   * @param oomKillsBefore what the control group had counted when it started
   */
  record Fork(
      WorkerProcess process, List<String> options, Path log, Path crashLog, long oomKillsBefore) {
    /** Waits for the end of the process; what it says of the trial the worker was working on. */
    TrialOutcome death() throws InterruptedException {
      int exitCode = process.end();
      return Death.outcome(
          exitCode, oomKills() - oomKillsBefore, process.lastWords(), log, crashLog);
    }
  }

  /** Starts a worker for the engine. */
  Fork fork(String engine) throws IOException {
    return fork(engine, List.of());
  }

  /**
   * Starts a worker for the engine.
   *
   * @param more JVM options beside those of every worker; the user's own may still overrule them
   */
  Fork fork(String engine, List<String> more) throws IOException {
    List<String> options = new ArrayList<>(more);
    options.addAll(workerJvm.options(engine, folder));
    List<String> command = new ArrayList<>();
    command.add(workerJvm.jvm().java().toString());
    command.addAll(options);
    command.addAll(List.of("-cp", workerJvm.classPath(), MAIN));
    Path log = folder.resolve(String.format("worker-%03d-%s.log", count.incrementAndGet(), engine));
    long oomKills = oomKills();
    WorkerProcess process = WorkerProcess.start(command, log, ticker);
    Path crashLog = folder.resolve("hs_err_" + process.pid() + ".log");
    return new Fork(process, options, log, crashLog, oomKills);
  }

  /** A worker is in the control group of this process. */
  private static long oomKills() {
    return ControlGroup.read(ROOT).oomKills();
  }
}
