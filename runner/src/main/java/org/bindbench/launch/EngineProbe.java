package org.bindbench.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindbench.launch.WorkerProcess.Event;
import org.bindbench.model.Effort;
import org.bindbench.model.Ticker;
import org.bindbench.wire.Message;

/** Starts each engine once, to say how it really runs here. */
public final class EngineProbe {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Effort NO_EFFORT =
      new Effort(
          1, false, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, 0, 0, LIMIT);

  private final Forks forks;

  /**
   * A probe whose worker logs go into the folder.
   *
   * @param bundle folder with the guest libraries and the compiler
   */
  public EngineProbe(WorkerJvm workerJvm, Path bundle, Path folder, Ticker ticker) {
    this.forks = new Forks(workerJvm, bundle, folder, ticker, new AtomicInteger());
  }

  /**
   * What starting an engine showed.
   *
   * @param opened whether it came up
   * @param jit whether guest code is compiled, as the engine itself reports it
   * @param implementation the engine's word for how it runs, or why it did not come up
   * @param elapsed from the start of the JVM until the engine was open
   */
  public record Finding(boolean opened, boolean jit, String implementation, Duration elapsed) {}

  /** Starts the engine in a worker of its own and ends it again. */
  public Finding probe(String engine) throws InterruptedException {
    long start = forks.ticker().nanos();
    try {
      Forks.Fork fork = forks.fork(engine);
      try (WorkerProcess process = fork.process()) {
        process.send(new Message.Measure(engine, forks.bundle(), NO_EFFORT, false, List.of()));
        Event event = process.next(LIMIT);
        Duration elapsed = Duration.ofNanos(forks.ticker().nanos() - start);
        if (event instanceof Event.Received received
            && received.message() instanceof Message.Opened opened) {
          process.end();
          return new Finding(true, opened.jit(), opened.implementation(), elapsed);
        }
        process.kill();
        return new Finding(false, false, process.lastWords().strip(), elapsed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a worker: " + e.getMessage(), e);
    }
  }
}
