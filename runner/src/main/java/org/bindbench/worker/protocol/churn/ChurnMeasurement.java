package org.bindbench.worker.protocol.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Role;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;

/**
 * Cycles of opening, using and closing, with readings before the first and after each. Where more
 * threads live at the end than at the beginning, they are read again when they have had time to
 * end: what is late is no leak. The last reading is taken when what the guests shared was closed
 * too.
 */
final class ChurnMeasurement implements Measurement {
  private static final long PAUSE_MILLIS = 500;
  private static final int WARM_UP_READINGS = 2;

  /** LuaJ's threads of forgotten coroutines look every five seconds whether they are. */
  private static final int MOST_PAUSES = 24;

  private final Lab lab;
  private final JvmReadings readings;
  private final LongConsumer pause;
  private final boolean control;
  private final PassingGuests guests;
  private final PreparedCase staying;
  private final double answer;
  private final int most;
  private final Series series;
  private final Series late = new Series(MOST_PAUSES);
  private final Series closed = new Series(1);
  private final double[] openMillis;
  private final double[] closeMillis;
  private boolean warm;
  private long begun;
  private int cycles;
  private String wrong = "";

  /**
   * A measurement that has not begun.
   *
   * @param pause waits for so many ms
   */
  ChurnMeasurement(Lab lab, JvmReadings readings, LongConsumer pause) {
    this.lab = lab;
    this.readings = readings;
    this.pause = pause;
    this.control = lab.spec().declaration().role() == Role.CONTROL;
    this.guests = new PassingGuests(lab);
    this.staying = lab.guest().prepare(lab.spec().id());
    this.answer = staying.run(PassingGuests.OPERATIONS);
    this.most = lab.effort().sizes().churn().contexts();
    this.series = new Series(most + 1);
    this.openMillis = new double[most];
    this.closeMillis = new double[most];
  }

  @Override
  public String next() {
    if (!warm) return "warming up";
    return series.moments() == 0
        ? "reading what there is"
        : (control ? "cycle " : "context ") + (cycles + 1) + " of " + most;
  }

  @Override
  public boolean turn() {
    if (!warm) return warmUp();
    if (series.moments() == 0) {
      begun = lab.ticker().nanos();
      series.take(readings);
      return true;
    }
    boolean right = cycle();
    cycles++;
    if (right) series.take(readings);
    if (right && cycles < most && isInTime()) return true;
    if (right) awaitThreads();
    guests.close();
    if (right) closed.take(readings);
    return false;
  }

  /**
   * One cycle and two readings that do not count: what the first guest of its kind and the readings
   * themselves set up once is no part of the series.
   */
  private boolean warmUp() {
    warm = true;
    boolean right = cycle();
    if (!right) guests.close();
    Series unused = new Series(WARM_UP_READINGS);
    while (right && unused.moments() < WARM_UP_READINGS) unused.take(readings);
    return right;
  }

  /** Whether the answer is that of the guest that stays. */
  private boolean cycle() {
    double got = control ? staying.run(PassingGuests.OPERATIONS) : oneGuest();
    if (got != answer)
      wrong =
          "run(%d) returned %s in the guest that stays and %s in a fresh one"
              .formatted(PassingGuests.OPERATIONS, answer, got);
    return wrong.isEmpty();
  }

  private boolean isInTime() {
    return lab.ticker().nanos() - begun < lab.effort().sizes().churn().limit().toNanos();
  }

  private double oneGuest() {
    PassingGuests.Passed passed = guests.timed();
    openMillis[cycles] = passed.openMillis();
    closeMillis[cycles] = passed.closeMillis();
    return passed.answer();
  }

  private void awaitThreads() {
    String threads = ChurnReading.THREADS.id();
    long before = series.at(0, threads);
    if (series.last(threads) <= before) return;
    do {
      pause.accept(PAUSE_MILLIS);
      late.take(readings);
    } while (late.last(threads) > before && late.moments() < MOST_PAUSES);
  }

  @Override
  public TrialOutcome outcome() {
    if (!wrong.isEmpty()) return new TrialOutcome.WrongAnswer(wrong);
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(Metrics.ANSWER, answer));
    measures.add(new Measure(ChurnMetrics.CONTEXTS, cycles));
    List<Sample> samples = new ArrayList<>();
    if (!control) {
      addTimes(ChurnMetrics.OPEN_TIME, openMillis, measures, samples);
      addTimes(ChurnMetrics.CLOSE_TIME, closeMillis, measures, samples);
    }
    for (String id : series.ids())
      if (series.moves(id) || !ChurnReading.isCategory(id)) samples.addAll(series.samples(id));
    for (ChurnReading reading : ChurnReading.all()) {
      if (late.ids().contains(reading.id()))
        samples.add(sample(reading.lateId(), cycles, late.last(reading.id())));
      if (closed.ids().contains(reading.id()))
        samples.add(sample(reading.closedId(), cycles, closed.last(reading.id())));
    }
    return new TrialOutcome.Completed(
        measures,
        ChurnReading.all().stream()
            .filter(reading -> !series.ids().contains(reading.id()))
            .map(JvmReadings::absent)
            .toList(),
        samples);
  }

  private void addTimes(
      Metric metric, double[] millis, List<Measure> measures, List<Sample> samples) {
    double[] taken = Arrays.copyOf(millis, cycles);
    for (int i = 0; i < cycles; i++) samples.add(sample(metric.id(), i + 1, taken[i]));
    Arrays.sort(taken);
    measures.add(new Measure(metric, (taken[(cycles - 1) / 2] + taken[cycles / 2]) / 2));
  }

  private static Sample sample(String id, int cycle, double value) {
    return new Sample(id, Phase.MEASURED, cycle, 1, value);
  }
}
