package org.bindbench.engine;

/** A heap that never changes. */
final class FixedMemory implements HostMemory {
  private static final long LIVE_BYTES = 5L << 20;

  @Override
  public long liveBytes() {
    return LIVE_BYTES;
  }

  @Override
  public long peakBytes() {
    return LIVE_BYTES;
  }

  @Override
  public void resetPeak() {}
}
