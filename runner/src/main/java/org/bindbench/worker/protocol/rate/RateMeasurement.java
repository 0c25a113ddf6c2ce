package org.bindbench.worker.protocol.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.protocol.Medians;

/** Turns of timed calls: warm-up slices, measured slices, then the checks. */
final class RateMeasurement implements Measurement {
  /** The answer is that of this many operations. */
  static final long ANSWER_OPERATIONS = 1000;

  private static final String LATE_COMPILATION =
      "what the compilers used came to more than the CPU time of the whole process: the JVM counts a"
          + " compilation at its end, by elapsed time";

  private final PreparedCase prepared;
  private final PreparedCase timed;
  private final Optional<Double> planted;
  private final Effort effort;
  private final JvmMeter meter;
  private final LongSupplier compilerNanos;
  private final Lab lab;
  private final TimedCalls calls;
  private final WarmUpRule warmUp;

  private double answer;
  private String wrong = "";
  private WarmUpRule.End warmUpEnd = WarmUpRule.End.NOT_YET;
  private long measuredNanos;
  private long measuredOperations;
  private long allocatedBytes;
  private long cpuNanos;
  private long caseCpuNanos;
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

  /**
   * A measurement that has not begun.
   *
   * @param planted share of operations to do beyond those that are counted; empty but for checks
   * @param compilerNanos what the compilers of this process used so far
   */
  RateMeasurement(
      Lab lab, PreparedCase prepared, Optional<Double> planted, LongSupplier compilerNanos) {
    this.prepared = prepared;
    this.planted = planted;
    this.timed =
        planted.<PreparedCase>map(share -> new PlantedCase(prepared, share)).orElse(prepared);
    this.effort = lab.effort();
    this.meter = lab.meter();
    this.compilerNanos = compilerNanos;
    this.lab = lab;
    this.calls = new TimedCalls(timed, effort.segment(), lab.ticker());
    this.warmUp = new WarmUpRule(effort.warmUp());
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
        warmUp();
        if (calls.isEndless()) return false;
        if (warmUpEnd == WarmUpRule.End.NOT_YET) return true;
        calls.settle();
        if (calls.isEndless()) return false;
        state = State.MEASURE;
      }
      case MEASURE -> {
        measure();
        if (measuredNanos >= effort.measured().toNanos()) state = State.CHECK;
      }
      case CHECK -> {
        scaling = ScalingCheck.ratio(timed, calls.operations(), lab.ticker());
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

  private void warmUp() {
    long before = compilerNanos.getAsLong();
    List<Sample> window = calls.slice(Phase.WARM_UP, warmUp.window(effort.slice()));
    warmUpEnd =
        window.isEmpty()
            ? WarmUpRule.End.ON_SCHEDULE
            : warmUp.after(
                Medians.of(
                    window.stream()
                        .mapToDouble(call -> call.value() / call.operations())
                        .toArray()),
                nanos(window),
                compilerNanos.getAsLong() - before);
  }

  private void measure() {
    Duration slice =
        effort.slice().compareTo(effort.measured()) < 0 ? effort.slice() : effort.measured();
    long compiledBefore = compilerNanos.getAsLong();
    long allocatedBefore = meter.threadAllocatedBytes();
    long cpuBefore = meter.processCpuNanos();
    List<Sample> measured = calls.slice(Phase.MEASURED, slice);
    long cpu = meter.processCpuNanos() - cpuBefore;
    allocatedBytes += meter.threadAllocatedBytes() - allocatedBefore;
    cpuNanos += cpu;
    caseCpuNanos += cpu - (compilerNanos.getAsLong() - compiledBefore);
    measuredNanos += nanos(measured);
    measuredOperations += measured.stream().mapToLong(Sample::operations).sum();
  }

  private static long nanos(List<Sample> calls) {
    return (long) calls.stream().mapToDouble(Sample::value).sum();
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
    if (calls.isEndless())
      return new TrialOutcome.Eliminated(
          "the work was removed: more than 2^40 operations took less than "
              + effort.segment().toMillis()
              + " ms",
          calls.samples());
    List<Measure> measures = new ArrayList<>();
    measures.add(
        new Measure(Metrics.ALLOCATED_BYTES, (double) allocatedBytes / measuredOperations));
    measures.add(new Measure(Metrics.CPU_PER_WALL, (double) cpuNanos / measuredNanos));
    List<Absent> absent = new ArrayList<>();
    if (caseCpuNanos < 0) absent.add(new Absent(Metrics.CPU_PER_OPERATION, LATE_COMPILATION));
    else
      measures.add(
          new Measure(Metrics.CPU_PER_OPERATION, (double) caseCpuNanos / measuredOperations));
    measures.add(new Measure(Metrics.SCALING, scaling));
    if (warmUpEnd != WarmUpRule.End.ON_SCHEDULE) {
      measures.add(new Measure(Metrics.WARM_UP_TIME, warmUp.nanos() / 1e9));
      measures.add(
          new Measure(Metrics.WARM_UP_SETTLED, warmUpEnd == WarmUpRule.End.SETTLED ? 1 : 0));
    }
    planted.ifPresent(share -> measures.add(new Measure(Metrics.PLANTED, 100 * share)));
    measures.add(new Measure(Metrics.ANSWER, answer));
    return new TrialOutcome.Completed(measures, absent, calls.samples());
  }
}
