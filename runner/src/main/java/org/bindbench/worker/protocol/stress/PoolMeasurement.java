package org.bindbench.worker.protocol.stress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.bindbench.engine.GuestException;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.model.metric.StepEnd;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.heap.HeapView;
import org.jspecify.annotations.Nullable;

/** A turn to open and weigh the pool, then one for each number of waiting tasks. */
final class PoolMeasurement implements Measurement {
  private static final List<Integer> COUNTS = List.of(10, 25, 50, 100);

  private final Lab lab;
  private final HeapView heap;
  private final StepTime time;
  private final Deque<Integer> left = new ArrayDeque<>(COUNTS);
  private final List<Sample> samples = new ArrayList<>();
  private @Nullable GuestPool pool;
  private double answer;
  private double taskAnswer;
  private long operations;
  private double guestBytes;
  private double throughput;
  private long tasks;
  private long right;

  PoolMeasurement(Lab lab, HeapView heap) {
    this.lab = lab;
    this.heap = heap;
    this.time = StepTime.of(lab);
  }

  @Override
  public String next() {
    return pool == null ? "opening the pool" : left.element() + " tasks";
  }

  @Override
  public boolean turn() {
    GuestPool open = pool;
    if (open == null) pool = open();
    else serve(open, left.remove());
    if (!left.isEmpty()) return true;
    if (open != null) open.close();
    return false;
  }

  private GuestPool open() {
    lab.meter().resetPeak();
    long before = lab.meter().liveBytes();
    GuestPool open = GuestPool.open(lab);
    answer = open.first().run(1000);
    if (Double.isNaN(answer))
      throw new GuestException(
          GuestException.Kind.ERROR, "run must return a number, its answer", "", "");
    operations = time.calibrate(open.first());
    open.each(operations);
    taskAnswer = open.first().run(operations);
    guestBytes = (double) (lab.meter().liveBytes() - before) / open.size();
    return open;
  }

  /** The same number of tasks again and again until a step's time is over. */
  private void serve(GuestPool open, int count) {
    long served = 0;
    long answered = 0;
    long elapsed = 0;
    long collecting = heap.collectingNanos();
    while (elapsed < time.nanos()) {
      GuestPool.Served round = open.tasks(count, operations, taskAnswer);
      served += count;
      answered += round.right();
      elapsed += round.nanos();
    }
    tasks += served;
    right += answered;
    throughput = answered * operations / (elapsed / 1e9);
    add(StressMetrics.STEP_THROUGHPUT, count, throughput);
    add(
        StressMetrics.STEP_COLLECTING,
        count,
        Math.min(100, 100.0 * (heap.collectingNanos() - collecting) / elapsed));
    add(StressMetrics.STEP_LIVE_BYTES, count, lab.meter().collectedBytes());
    add(StressMetrics.STEP_RIGHT, count, 100.0 * answered / served);
    StepEnd end = answered == served ? StepEnd.PASSED : StepEnd.WRONG;
    add(StressMetrics.STEP_END, count, end.code());
  }

  private void add(Metric metric, int count, double value) {
    samples.add(
        new Sample(metric.id(), Phase.MEASURED, COUNTS.size() - left.size() - 1, count, value));
  }

  @Override
  public TrialOutcome outcome() {
    List<Measure> measures =
        new ArrayList<>(
            List.of(
                new Measure(Metrics.ANSWER, answer),
                new Measure(StressMetrics.TASK_THROUGHPUT, throughput),
                new Measure(StressMetrics.TASKS_RIGHT, 100.0 * right / tasks),
                new Measure(StressMetrics.GUEST_BYTES, guestBytes),
                new Measure(StressMetrics.PEAK_HEAP, lab.meter().peakBytes())));
    List<Absent> absent = new ArrayList<>();
    OptionalLong peak = heap.peakResidentBytes();
    if (peak.isPresent()) measures.add(new Measure(StressMetrics.PEAK_PROCESS, peak.getAsLong()));
    else absent.add(new Absent(StressMetrics.PEAK_PROCESS, NOT_TOLD));
    return new TrialOutcome.Completed(measures, absent, samples);
  }

  private static final String NOT_TOLD =
      "unsupported: this system does not tell what a process has in RAM as Linux does";
}
