package org.bindbench.worker.protocol.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Ticker;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.protocol.Medians;

/**
 * Calls of a case, each timed: between two readings of the ticker stands one call into the guest
 * and nothing else. In warm-up each call adapts the length of the next.
 */
public final class TimedCalls {
  /** Calls may grow this much from one to the next while their length is being found. */
  private static final double MOST_GROWTH = 4;

  /** Calls of an iteration, so that about as many decide as are summed up later. */
  private static final int LATELY = 8;

  /** A call of this many operations takes minutes if it does anything at all. */
  private static final long MOST_OPERATIONS = 1L << 40;

  private final PreparedCase prepared;
  private final Duration segment;
  private final Ticker ticker;
  private final List<Sample> samples = new ArrayList<>();
  private long operations = 1;

  /**
   * Calls of a case that has not been called yet.
   *
   * @param segment the length that a call should have
   */
  public TimedCalls(PreparedCase prepared, Duration segment, Ticker ticker) {
    this.prepared = prepared;
    this.segment = segment;
    this.ticker = ticker;
  }

  /** Calls until they took so long together; the readings of this slice alone. */
  public List<Sample> slice(Phase phase, Duration length) {
    int first = samples.size();
    long spent = 0;
    while (spent < length.toNanos() && !isEndless()) {
      long elapsed = time(operations);
      samples.add(
          new Sample(Metrics.ELAPSED_NANOS.id(), phase, samples.size(), operations, elapsed));
      spent += elapsed;
      if (phase == Phase.WARM_UP) operations = adapted(operations, elapsed, segment);
    }
    return List.copyOf(samples.subList(first, samples.size()));
  }

  /**
   * Gives the calls that are measured the length that the middle of the last calls had: one call
   * that the machine interrupted must not decide how long all others are.
   */
  public void settle() {
    double[] lately =
        samples.subList(Math.max(0, samples.size() - LATELY), samples.size()).stream()
            .mapToDouble(call -> call.value() / call.operations())
            .toArray();
    if (lately.length == 0) return;
    double nanos = operations * Medians.of(lately);
    operations = adapted(operations, Math.round(nanos), segment);
  }

  private long time(long count) {
    long start = ticker.nanos();
    prepared.run(count);
    return ticker.nanos() - start;
  }

  /** Operations for a call of the wanted length, at most four times more or less than the last. */
  static long adapted(long operations, long elapsedNanos, Duration wanted) {
    double factor = (double) wanted.toNanos() / Math.max(1, elapsedNanos);
    double bounded = Math.min(MOST_GROWTH, Math.max(1 / MOST_GROWTH, factor));
    return Math.max(1, Math.round(operations * bounded));
  }

  /** Whether so many operations take so little time that there can be no work in them. */
  public boolean isEndless() {
    return operations > MOST_OPERATIONS;
  }

  /** Operations of the next call. */
  long operations() {
    return operations;
  }

  /** Every reading so far, in order. */
  public List<Sample> samples() {
    return List.copyOf(samples);
  }
}
