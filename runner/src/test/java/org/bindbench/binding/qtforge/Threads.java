package org.bindbench.binding.qtforge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** What tests of threads and of collections share. */
final class Threads {
  private Threads() {}

  /** Starts the work on all threads at once and rethrows what any of them throws. */
  static void together(int threads, IntConsumer work) throws Exception {
    CountDownLatch ready = new CountDownLatch(threads);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        futures.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  go.await();
                  work.accept(thread);
                  return null;
                }));
      }
      ready.await();
      go.countDown();
      for (Future<?> future : futures) future.get(60, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
  }

  /** Collects garbage until the condition holds; false where ten collections do not do it. */
  static boolean holdsAfterCollection(BooleanSupplier condition) {
    for (int i = 0; i < 10 && !condition.getAsBoolean(); i++) System.gc();
    return condition.getAsBoolean();
  }
}
