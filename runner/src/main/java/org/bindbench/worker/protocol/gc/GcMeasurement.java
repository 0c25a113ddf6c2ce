package org.bindbench.worker.protocol.gc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.GcLoad;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.flight.LoadFigures;
import org.bindbench.worker.flight.LoadWatch;
import org.bindbench.worker.protocol.rate.TimedCalls;

/**
 * The first answer, the start of the recording, the warm-up, the part that counts in one turn, and
 * the end of the recording. Nobody collects by force in between: the heap is as the script left it.
 */
final class GcMeasurement implements Measurement {
  private static final long ANSWER_OPERATIONS = 1000;

  private final PreparedCase prepared;
  private final GcLoad load;
  private final Duration slice;
  private final TimedCalls calls;
  private final Supplier<? extends LoadWatch> watching;
  private Optional<LoadWatch> watch = Optional.empty();
  private Optional<LoadFigures> figures = Optional.empty();
  private List<Sample> measured = List.of();
  private double answer;
  private String wrong = "";
  private State state = State.FIRST_ANSWER;

  private enum State {
    FIRST_ANSWER("first answer"),
    START("starting the recording"),
    WARM_UP("warming up"),
    LOAD("loading"),
    STOP("reading the recording");

    private final String doing;

    State(String doing) {
      this.doing = doing;
    }
  }

  /**
   * A measurement that has not begun.
   *
   * @param watching starts watching the collector
   */
  GcMeasurement(Lab lab, PreparedCase prepared, Supplier<? extends LoadWatch> watching) {
    this.prepared = prepared;
    this.load = lab.effort().sizes().gc();
    this.slice = lab.effort().slice();
    this.calls = new TimedCalls(prepared, lab.effort().segment(), lab.ticker());
    this.watching = watching;
  }

  @Override
  public String next() {
    return state.doing;
  }

  @Override
  public boolean turn() {
    boolean goesOn = false;
    try {
      goesOn = step();
      return goesOn;
    } finally {
      if (!goesOn) watch.ifPresent(LoadWatch::close);
    }
  }

  private boolean step() {
    switch (state) {
      case FIRST_ANSWER -> {
        answer = prepared.run(ANSWER_OPERATIONS);
        wrong = isInteger(answer) ? "" : "must return an integer below 2^53, but returned ";
        if (!wrong.isEmpty()) wrong += answer;
        state = State.START;
        return wrong.isEmpty();
      }
      case START -> {
        watch = Optional.of(watching.get());
        state = State.WARM_UP;
      }
      case WARM_UP -> {
        calls.slice(Phase.WARM_UP, slice);
        if (calls.isEndless()) return false;
        if (nanos(calls.samples()) < load.warmUp().toNanos()) return true;
        calls.settle();
        state = State.LOAD;
      }
      case LOAD -> {
        watch.orElseThrow().begin();
        measured = calls.slice(Phase.MEASURED, load.measured());
        watch.orElseThrow().end();
        state = State.STOP;
      }
      case STOP -> {
        long operations = measured.stream().mapToLong(Sample::operations).sum();
        figures = Optional.of(watch.orElseThrow().stop(operations, nanos(measured)));
        double last = prepared.run(ANSWER_OPERATIONS);
        if (last != answer)
          wrong = "returned " + answer + " before the load and " + last + " after it";
        return false;
      }
    }
    return true;
  }

  private static long nanos(List<Sample> calls) {
    return (long) calls.stream().mapToDouble(Sample::value).sum();
  }

  private static boolean isInteger(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p53;
  }

  @Override
  public TrialOutcome outcome() {
    if (!wrong.isEmpty())
      return new TrialOutcome.WrongAnswer("run(" + ANSWER_OPERATIONS + ") " + wrong);
    if (figures.isEmpty())
      return new TrialOutcome.Eliminated(
          "the work was removed: more than 2^40 operations took no time", calls.samples());
    List<Measure> measures = new ArrayList<>(figures.get().measures());
    measures.add(new Measure(Metrics.ANSWER, answer));
    List<Sample> samples = new ArrayList<>(calls.samples());
    samples.addAll(figures.get().samples());
    return new TrialOutcome.Completed(measures, figures.get().absent(), samples);
  }
}
