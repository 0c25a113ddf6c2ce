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
    private final int objects;

    /** Room that is there from the start: readings that pile up would be growth themselves. */
    private final long[] liveBytes;

    private final long[] releaseNanos;
    private int done;
    private long startBytes;

    Lifecycle(Lab lab, PreparedCase prepared) {
      this.lab = lab;
      this.prepared = prepared;
      this.objects = lab.effort().sizes().cycleObjects();
      this.liveBytes = new long[lab.effort().sizes().cycles()];
      this.releaseNanos = new long[liveBytes.length];
    }

    @Override
    public String next() {
      return "cycle " + (done + 1) + " of " + liveBytes.length;
    }

    @Override
    public boolean turn() {
      if (done == 0) startBytes = lab.meter().liveBytes();
      prepared.keep("run", objects);
      long dropped = lab.ticker().nanos();
      prepared.release();
      Recovery recovery = Recovery.await(lab.meter(), lab.ticker(), dropped);
      liveBytes[done] = recovery.liveBytes();
      releaseNanos[done] = recovery.elapsedNanos();
      return ++done < liveBytes.length;
    }

    @Override
    public TrialOutcome outcome() {
      List<Sample> samples = new ArrayList<>();
      double[] millis = new double[done];
      for (int i = 0; i < done; i++) {
        millis[i] = releaseNanos[i] / 1e6;
        samples.add(sample(Metrics.CYCLE_LIVE_BYTES.id(), i, liveBytes[i]));
        samples.add(sample(Metrics.RELEASE_TIME.id(), i, millis[i]));
      }
      return new TrialOutcome.Completed(
          List.of(
              new Measure(Metrics.GROWTH_TOTAL, liveBytes[done - 1] - startBytes),
              new Measure(Metrics.RELEASE_TIME, Medians.of(millis))),
          List.of(),
          samples);
    }

    private Sample sample(String metric, int cycle, double value) {
      return new Sample(metric, Phase.MEASURED, cycle, objects, value);
    }
  }
}
