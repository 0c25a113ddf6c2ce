package org.bindbench.worker.protocol;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Measure;
import org.bindbench.model.Metrics;
import org.bindbench.model.Phase;
import org.bindbench.model.Sample;
import org.bindbench.model.TrialOutcome;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * What is left of objects that come and go: cycles of {@code run(n)}, dropping what it returned,
 * the hook {@code release} where the case has one, and collection, with the settled heap after
 * each.
 */
@AutoService(Protocol.class)
public final class LifecycleProtocol implements Protocol {
  @Override
  public String id() {
    return "lifecycle";
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Lifecycle(lab, lab.guest().prepare(lab.spec().id()));
  }

  private static final class Lifecycle implements Measurement {
    private final Lab lab;
    private final PreparedCase prepared;
    private final int cycles;
    private final int objects;
    private final List<Recovery> done = new ArrayList<>();
    private long startBytes;

    Lifecycle(Lab lab, PreparedCase prepared) {
      this.lab = lab;
      this.prepared = prepared;
      this.cycles = lab.effort().sizes().cycles();
      this.objects = lab.effort().sizes().cycleObjects();
    }

    @Override
    public String next() {
      return "cycle " + (done.size() + 1) + " of " + cycles;
    }

    @Override
    public boolean turn() {
      if (done.isEmpty()) startBytes = lab.meter().liveBytes();
      prepared.keep("run", objects);
      long dropped = lab.ticker().nanos();
      prepared.release();
      done.add(Recovery.await(lab.meter(), lab.ticker(), dropped));
      return done.size() < cycles;
    }

    @Override
    public TrialOutcome outcome() {
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < done.size(); i++) {
        samples.add(sample(Metrics.CYCLE_LIVE_BYTES.id(), i, done.get(i).liveBytes()));
        samples.add(sample(Metrics.RELEASE_TIME.id(), i, millis(done.get(i))));
      }
      double[] millis = done.stream().mapToDouble(Lifecycle::millis).toArray();
      return new TrialOutcome.Completed(
          List.of(
              new Measure(Metrics.GROWTH_TOTAL, done.get(done.size() - 1).liveBytes() - startBytes),
              new Measure(Metrics.RELEASE_TIME, Medians.of(millis))),
          List.of(),
          samples);
    }

    private Sample sample(String metric, int cycle, double value) {
      return new Sample(metric, Phase.MEASURED, cycle, objects, value);
    }

    private static double millis(Recovery recovery) {
      return recovery.elapsedNanos() / 1e6;
    }
  }
}
