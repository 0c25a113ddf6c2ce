package org.bindbench.worker.protocol;

import java.util.List;
import java.util.stream.IntStream;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * The live heap after each of a number of cycles. The room is there from the start: readings that
 * pile up would be growth themselves.
 */
public final class CycleReadings {
  private final long[] liveBytes;
  private final int operations;
  private int count;

  /**
   * Room for so many cycles.
   *
   * @param operations of each cycle
   */
  public CycleReadings(int cycles, int operations) {
    this.liveBytes = new long[cycles];
    this.operations = operations;
  }

  /** How many there will be. */
  public int cycles() {
    return liveBytes.length;
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Whether every cycle has its reading. */
  public boolean isFull() {
    return count == liveBytes.length;
  }

  /** The cycle that is due, in words. */
  public String next() {
    return "cycle " + (count + 1) + " of " + liveBytes.length;
  }

  /** The reading of the next cycle, in bytes. */
  public void add(long bytes) {
    liveBytes[count++] = bytes;
  }

  /** The last reading, in bytes; there must be one. */
  public long last() {
    return liveBytes[count - 1];
  }

  /** A sample of {@link Metrics#CYCLE_LIVE_BYTES} for each cycle. */
  public List<Sample> samples() {
    return IntStream.range(0, count)
        .mapToObj(
            cycle ->
                new Sample(
                    Metrics.CYCLE_LIVE_BYTES.id(),
                    Phase.MEASURED,
                    cycle,
                    operations,
                    liveBytes[cycle]))
        .toList();
  }
}
