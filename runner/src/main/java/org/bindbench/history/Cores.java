package org.bindbench.history;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs pure functions on all cores, and nothing more once it is closed. */
final class Cores implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          task -> {
            Thread thread = new Thread(task, "bindbench-series");
            thread.setDaemon(true);
            return thread;
          });

  <T> Future<T> run(Callable<T> task) {
    return threads.submit(task);
  }

  /** What came of a task; what it threw is thrown here. */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException own) throw own;
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while series were judged", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
