package org.bindbench.worker.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Effort;
import org.bindbench.model.Measure;
import org.bindbench.model.Metrics;
import org.bindbench.model.Phase;
import org.bindbench.model.Sample;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;

/**
 * Turns of timed calls: warm-up slices, measured slices, then the checks. Between two readings of
 * the ticker stands one call into the guest and nothing else.
 */
final class RateMeasurement implements Measurement {
  /** The answer is that of this many operations. */
  static final long ANSWER_OPERATIONS = 1000;

  /** Calls may grow this much from one to the next while their length is being found. */
  private static final double MOST_GROWTH = 4;

  /** A call of this many operations takes minutes if it does anything at all. */
  private static final long MOST_OPERATIONS = 1L << 40;

  private final PreparedCase prepared;
  private final Effort effort;
  private final JvmMeter meter;
  private final Ticker ticker;
  private final List<Sample> samples = new ArrayList<>();

  private double answer;
  private String wrong = "";
  private long operations = 1;
  private long warmNanos;
  private long measuredNanos;
  private long measuredOperations;
  private long allocatedBytes;
  private long cpuNanos;
  private double scaling = Double.NaN;
  private State state = State.FIRST_ANSWER;

  private enum State {
    FIRST_ANSWER("first answer"),
    WARM_UP("warming up"),
    MEASURE("measuring"),
    CHECK("checking");

    private final String doing;

    State(String doing) {
      this.doing = doing;
    }
  }

  RateMeasurement(Lab lab, PreparedCase prepared) {
    this.prepared = prepared;
    this.effort = lab.effort();
    this.meter = lab.meter();
    this.ticker = lab.ticker();
  }

  @Override
  public String next() {
    return state.doing;
  }

  @Override
  public boolean turn() {
    switch (state) {
      case FIRST_ANSWER -> {
        answer = prepared.run(ANSWER_OPERATIONS);
        if (!isInteger(answer)) {
          wrong =
              "run("
                  + ANSWER_OPERATIONS
                  + ") must return an integer below 2^53, but returned "
                  + text(answer);
          return false;
        }
        state = State.WARM_UP;
      }
      case WARM_UP -> {
        warmNanos += slice(Phase.WARM_UP);
        if (operations > MOST_OPERATIONS) return false;
        if (warmNanos >= effort.warmUp().toNanos()) state = State.MEASURE;
      }
      case MEASURE -> {
        measure();
        if (measuredNanos >= effort.measured().toNanos()) state = State.CHECK;
      }
      case CHECK -> {
        scaling = ScalingCheck.ratio(prepared, operations, ticker);
        double last = prepared.run(ANSWER_OPERATIONS);
        if (last != answer)
          wrong =
              "run("
                  + ANSWER_OPERATIONS
                  + ") returned "
                  + text(answer)
                  + " before and "
                  + text(last)
                  + " after the measurement";
        return false;
      }
    }
    return true;
  }

  private void measure() {
    long allocatedBefore = meter.threadAllocatedBytes();
    long cpuBefore = meter.processCpuNanos();
    int first = samples.size();
    measuredNanos += slice(Phase.MEASURED);
    cpuNanos += meter.processCpuNanos() - cpuBefore;
    allocatedBytes += meter.threadAllocatedBytes() - allocatedBefore;
    for (Sample sample : samples.subList(first, samples.size()))
      measuredOperations += sample.operations();
  }

  /** Timed calls for one slice; in warm-up each adapts the length of the next. */
  private long slice(Phase phase) {
    long sliceNanos =
        Math.min(
            effort.slice().toNanos(),
            (phase == Phase.WARM_UP ? effort.warmUp() : effort.measured()).toNanos());
    long spent = 0;
    while (spent < sliceNanos && operations <= MOST_OPERATIONS) {
      long elapsed = time(operations);
      samples.add(
          new Sample(Metrics.ELAPSED_NANOS.id(), phase, samples.size(), operations, elapsed));
      spent += elapsed;
      if (phase == Phase.WARM_UP) operations = adapted(operations, elapsed, effort.segment());
    }
    return spent;
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

  private static boolean isInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p53;
  }

  private static String text(double value) {
    return Double.isNaN(value)
        ? "no number"
        : isInteger(value) ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public TrialOutcome outcome() {
    if (!wrong.isEmpty()) return new TrialOutcome.WrongAnswer(wrong);
    if (operations > MOST_OPERATIONS)
      return new TrialOutcome.Eliminated(
          "the work was removed: more than 2^40 operations took less than "
              + effort.segment().toMillis()
              + " ms",
          samples);
    return new TrialOutcome.Completed(
        List.of(
            new Measure(Metrics.ALLOCATED_BYTES, (double) allocatedBytes / measuredOperations),
            new Measure(Metrics.CPU_PER_WALL, (double) cpuNanos / measuredNanos),
            new Measure(Metrics.SCALING, scaling),
            new Measure(Metrics.ANSWER, answer)),
        List.of(),
        samples);
  }
}
