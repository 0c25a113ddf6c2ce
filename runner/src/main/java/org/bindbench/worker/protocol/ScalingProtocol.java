package org.bindbench.worker.protocol;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * Time and memory of {@code run(n)} at rising sizes, after all sizes were run until the JIT has
 * settled. Small sizes are timed more often, and so many of their results are kept at once that
 * they stand out from what else the heap does.
 */
@AutoService(Protocol.class)
public final class ScalingProtocol implements Protocol {
  @Override
  public String id() {
    return "scaling";
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Scaling(lab, lab.guest().prepare(lab.spec().id()));
  }

  private static final class Scaling implements Measurement {
    private static final int FEWEST_CALLS = 5;
    private static final int MOST_CALLS = 50;
    private static final long ENOUGH_NANOS = Duration.ofMillis(100).toNanos();

    private final Lab lab;
    private final PreparedCase prepared;
    private final List<Integer> sizes;
    private final List<Sample> samples = new ArrayList<>();
    private long warmNanos;
    private int timed;
    private int weighed;
    private double largestNanos;
    private double largestBytes;

    Scaling(Lab lab, PreparedCase prepared) {
      this.lab = lab;
      this.prepared = prepared;
      this.sizes = lab.effort().sizes().scalingSizes();
    }

    private boolean isWarm() {
      return warmNanos > 0 && warmNanos >= lab.effort().warmUp().expected().toNanos();
    }

    @Override
    public String next() {
      if (!isWarm()) return "warming up";
      return timed < sizes.size() ? "timing " + sizes.get(timed) : "weighing " + sizes.get(weighed);
    }

    @Override
    public boolean turn() {
      if (!isWarm()) for (int size : sizes) warmNanos += Math.max(1, nanos(size));
      else if (timed < sizes.size()) time(timed++);
      else weigh(weighed++);
      return weighed < sizes.size();
    }

    /** Calls at one size, from a collected heap on. */
    private void time(int index) {
      int size = sizes.get(index);
      lab.meter().collect();
      List<Double> calls = new ArrayList<>();
      long spent = 0;
      while (calls.size() < FEWEST_CALLS || spent < ENOUGH_NANOS && calls.size() < MOST_CALLS) {
        long elapsed = nanos(size);
        spent += elapsed;
        add(Metrics.SIZE_NANOS.id(), calls.size(), size, elapsed);
        calls.add((double) elapsed);
      }
      largestNanos = Medians.of(calls.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private long nanos(int size) {
      long start = lab.ticker().nanos();
      prepared.run(size);
      return lab.ticker().nanos() - start;
    }

    private void weigh(int index) {
      int size = sizes.get(index);
      int copies = Math.max(1, lab.effort().retainedObjects() / size);
      prepared.release();
      long before = lab.meter().liveBytes();
      for (int i = 0; i < copies; i++) prepared.keep("run", size);
      largestBytes = (double) (lab.meter().liveBytes() - before) / copies;
      prepared.release();
      add(Metrics.SIZE_BYTES.id(), 0, size, largestBytes);
    }

    private void add(String metric, int iteration, int size, double value) {
      samples.add(new Sample(metric, Phase.MEASURED, iteration, size, value));
    }

    @Override
    public TrialOutcome outcome() {
      return new TrialOutcome.Completed(
          List.of(
              new Measure(Metrics.LARGEST_TIME, largestNanos / 1e6),
              new Measure(Metrics.LARGEST_BYTES, largestBytes)),
          List.of(),
          samples);
    }
  }
}
