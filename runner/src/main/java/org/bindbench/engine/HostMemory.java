package org.bindbench.engine;

/**
 * Memory figures that the host answers where a script asks its interpreter: {@code tracemalloc} in
 * Python and {@code collectgarbage("count")} in Lua.
 */
public interface HostMemory {
  /** Live heap in bytes, after collections until two readings agree. */
  long liveBytes();

  /** Highest use of the heap in bytes, garbage included, since {@link #resetPeak}. */
  long peakBytes();

  /** Starts the peak anew from what is used now. */
  void resetPeak();
}
