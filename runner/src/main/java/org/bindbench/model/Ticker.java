package org.bindbench.model;

/** A clock that never goes back, handed to whoever must wait or time something. */
@FunctionalInterface
public interface Ticker {
  /** Nanoseconds since an arbitrary moment. */
  long nanos();
}
