package org.bindbench.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindbench.model.Ticker;

/**
 * Where workers come from: the command line of each, its log and its crash file.
 *
 * @param bundle folder with the guest libraries and the compiler
 * @param folder folder of this run, for logs
 * @param count workers started so far
 */
record Forks(WorkerJvm workerJvm, Path bundle, Path folder, Ticker ticker, AtomicInteger count) {
  private static final String MAIN = "org.bindbench.worker.WorkerMain";

  /** A started worker and where its traces are. */
  record Fork(WorkerProcess process, List<String> options, Path log, Path crashLog) {}

  /** Starts a worker for the engine. */
  Fork fork(String engine) throws IOException {
    List<String> options = workerJvm.options(engine, folder);
    List<String> command = new ArrayList<>();
    command.add(workerJvm.jvm().java().toString());
    command.addAll(options);
    command.addAll(List.of("-cp", workerJvm.classPath(), MAIN));
    Path log = folder.resolve(String.format("worker-%03d-%s.log", count.incrementAndGet(), engine));
    WorkerProcess process = WorkerProcess.start(command, log, ticker);
    return new Fork(process, options, log, folder.resolve("hs_err_" + process.pid() + ".log"));
  }
}
