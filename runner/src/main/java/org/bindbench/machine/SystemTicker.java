package org.bindbench.machine;

import org.bindbench.model.Ticker;

/** The JVM's own monotonic clock; setting the computer's clock does not move it. */
public enum SystemTicker implements Ticker {
  INSTANCE;

  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
