package org.bindbench.worker.flight;

/** Watches the collector while a guest loads it. */
public interface LoadWatch extends AutoCloseable {
  /** What counts begins. */
  void begin();

  /** What counts ends. */
  void end();

  /**
   * Stops watching.
   *
   * @param operations done between begin and end
   * @param callNanos time of the calls that did them
   */
  LoadFigures stop(long operations, long callNanos);

  /** Lets go of what it recorded; does nothing the second time. */
  @Override
  void close();
}
