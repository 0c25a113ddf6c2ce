package org.bindbench.cli.measure;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the program alive, once it was told to end, until what was measured is reported. The exit
 * code is the signal's own: 130, 143 or 129.
 */
public final class Interruption {
  private static final Duration LONGEST_REPORT = Duration.ofSeconds(20);

  private final CountDownLatch report = new CountDownLatch(1);
  private volatile boolean begun;

  /** Takes the signals from now on. */
  public Interruption() {
    EndSignals.take();
    Runtime.getRuntime().addShutdownHook(new Thread(this::await, "bindbench-await-report"));
  }

  private void await() {
    begun = true;
    try {
      report.await(LONGEST_REPORT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the program was told to end. */
  boolean hasBegun() {
    return begun;
  }

  /** The report is written: the program may end. */
  public void reported() {
    report.countDown();
  }
}
