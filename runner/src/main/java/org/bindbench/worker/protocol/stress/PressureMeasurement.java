package org.bindbench.worker.protocol.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.TrialOutcome;
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

/** A turn per step; the first that fails is the last, for a heap that is full stays so. */
final class PressureMeasurement implements Measurement {
  /**
   * A step begins with such a part of a call's operations, and calls grow while they take less than
   * so many of them would: where nearly all is live a collection may free next to nothing, and a
   * call of many operations would not come back.
   */
  private static final int FIRST_PART = 256;

  private static final int CALLS = 16;

  /** Live set of the steps, in percent of the heap. */
  private static final List<Integer> SHARES = List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 95);

  private static final int FIRST_BLOCKS = 64;
  private static final int MOST_BLOCKS = 1 << 20;

  /** Blocks are weighed once they take this share of the heap, or chance would weigh with them. */
  private static final double WEIGHED_SHARE = 0.01;

  private final Lab lab;
  private final HeapView heap;
  private final PreparedCase prepared;
  private final StepTime time;
  private final List<Integer> planned = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private boolean begun;
  private boolean failed;
  private int done;
  private double answer;
  private double liveBytes;
  private double blockBytes;
  private long operations;

  PressureMeasurement(Lab lab, HeapView heap, PreparedCase prepared) {
    this.lab = lab;
    this.heap = heap;
    this.prepared = prepared;
    this.time = StepTime.of(lab);
  }

  @Override
  public String next() {
    return begun ? "a live set of " + planned.get(done) + " %" : "warming up";
  }

  @Override
  public boolean turn() {
    if (begun) step(planned.get(done));
    else begin();
    return !failed && done < planned.size();
  }

  private void begin() {
    begun = true;
    lab.meter().resetPeak();
    answer = prepared.run(1000);
    operations = time.calibrate(prepared);
    blockBytes = weighBlock();
    SHARES.stream().filter(share -> missingBytes(share) > 0).forEach(planned::add);
  }

  private double weighBlock() {
    liveBytes = lab.meter().liveBytes();
    for (int blocks = FIRST_BLOCKS; blocks <= MOST_BLOCKS; blocks *= 2) {
      double before = liveBytes;
      prepared.keep("hold", blocks);
      liveBytes = lab.meter().liveBytes();
      if (liveBytes - before >= WEIGHED_SHARE * heap.maxBytes())
        return (liveBytes - before) / blocks;
    }
    throw new GuestException(
        GuestException.Kind.ERROR,
        "the live heap did not grow by the blocks that hold(n) returned",
        "",
        "");
  }

  private double missingBytes(int share) {
    return share / 100.0 * heap.maxBytes() - liveBytes;
  }

  private void step(int share) {
    Optional<String> full =
        OutOfMemory.in(
            () -> {
              prepared.keep("hold", Math.max(1, Math.round(missingBytes(share) / blockBytes)));
              liveBytes = lab.meter().collectedBytes();
              work(share);
            });
    if (full.isPresent()) end(share, StepEnd.OUT_OF_MEMORY);
  }

  private void work(int share) {
    long collecting = heap.collectingNanos();
    long start = lab.ticker().nanos();
    long part = Math.max(1, operations / FIRST_PART);
    long worked = 0;
    long elapsed = 0;
    while (elapsed < time.nanos()) {
      long before = elapsed;
      prepared.run(part);
      worked += part;
      elapsed = lab.ticker().nanos() - start;
      if (elapsed - before < time.nanos() / CALLS) part = Math.min(operations, 2 * part);
    }
    double collected = 100.0 * (heap.collectingNanos() - collecting) / elapsed;
    boolean right = prepared.run(1000) == answer;
    add(StressMetrics.STEP_THROUGHPUT, share, worked / (elapsed / 1e9));
    add(StressMetrics.STEP_COLLECTING, share, Math.min(100, collected));
    add(StressMetrics.STEP_LIVE_BYTES, share, liveBytes);
    end(share, right ? StepEnd.PASSED : StepEnd.WRONG);
  }

  private void end(int share, StepEnd end) {
    add(StressMetrics.STEP_END, share, end.code());
    failed = end != StepEnd.PASSED;
    done++;
    if (failed || done == planned.size()) OutOfMemory.in(prepared::release);
  }

  private void add(Metric metric, int share, double value) {
    samples.add(new Sample(metric.id(), Phase.MEASURED, done, share, value));
  }

  @Override
  public TrialOutcome outcome() {
    for (; done < planned.size(); done++)
      add(StressMetrics.STEP_END, planned.get(done), StepEnd.NOT_TRIED.code());
    return new TrialOutcome.Completed(
        List.of(
            new Measure(Metrics.ANSWER, answer),
            new Measure(StressMetrics.PEAK_HEAP, lab.meter().peakBytes())),
        List.of(),
        samples);
  }
}
