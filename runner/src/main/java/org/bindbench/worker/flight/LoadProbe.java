package org.bindbench.worker.flight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bindbench.worker.JvmMeter;

/**
 * Watches the collector while a guest loads it: {@link #start} before the warm-up, {@link #begin}
 * and {@link #end} around what counts, {@link #stop} at the last. All on the thread that runs the
 * guest.
 */
public final class LoadProbe implements LoadWatch {
  private final JvmMeter meter;
  private final CollectorThreads threads = new CollectorThreads();
  private final Optional<TenuredGrowth> tenured = TenuredGrowth.ofThisJvm();
  private final FlightRecording recording = new FlightRecording();
  private Optional<Counters> before = Optional.empty();
  private Optional<Counters> after = Optional.empty();

  private LoadProbe(JvmMeter meter) {
    this.meter = meter;
  }

  /** Starts recording; takes about half a second. */
  public static LoadProbe start(JvmMeter meter) {
    LoadProbe probe = new LoadProbe(meter);
    Counters.read(meter, probe.threads); // what it loads once is not to count
    return probe;
  }

  @Override
  public void begin() {
    tenured.ifPresent(TenuredGrowth::begin);
    before = Optional.of(Counters.read(meter, threads));
    recording.begin();
  }

  @Override
  public void end() {
    recording.end();
    tenured.ifPresent(TenuredGrowth::end);
    after = Optional.of(Counters.read(meter, threads));
  }

  @Override
  public LoadFigures stop(long operations, long callNanos) {
    try {
      Optional<Long> promoted =
          tenured.isPresent() ? tenured.get().promotedBytes() : Optional.empty();
      return LoadSums.of(
          new Load(
              CollectorKind.ofThisJvm(),
              recording.stop(),
              before.orElseThrow(),
              after.orElseThrow(),
              promoted,
              Thread.currentThread().getId()),
          operations,
          callNanos);
    } catch (IOException e) {
      throw new UncheckedIOException("the flight recording cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted from outside", e);
    }
  }

  @Override
  public void close() {
    try {
      recording.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the files of the flight recording cannot be removed", e);
    }
  }
}
