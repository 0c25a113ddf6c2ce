package org.bindbench.worker.protocol;

import com.google.auto.service.AutoService;
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

    private final CycleReadings readings;
    private final long[] releaseNanos;
    private long startBytes;

    Lifecycle(Lab lab, PreparedCase prepared) {
      this.lab = lab;
      this.prepared = prepared;
      this.objects = lab.effort().sizes().cycleObjects();
      this.readings = new CycleReadings(lab.effort().sizes().cycles(), objects);
      this.releaseNanos = new long[readings.cycles()];
    }

    @Override
    public String next() {
      return readings.next();
    }

    @Override
    public boolean turn() {
      if (readings.count() == 0) startBytes = lab.meter().liveBytes();
      prepared.keep("run", objects);
      long dropped = lab.ticker().nanos();
      prepared.release();
      Recovery recovery = Recovery.await(lab.meter(), lab.ticker(), dropped);
      releaseNanos[readings.count()] = recovery.elapsedNanos();
      readings.add(recovery.liveBytes());
      return !readings.isFull();
    }

    @Override
    public TrialOutcome outcome() {
      List<Sample> samples = new ArrayList<>(readings.samples());
      double[] millis = new double[readings.count()];
      for (int i = 0; i < millis.length; i++) {
        millis[i] = releaseNanos[i] / 1e6;
        samples.add(new Sample(Metrics.RELEASE_TIME.id(), Phase.MEASURED, i, objects, millis[i]));
      }
      return new TrialOutcome.Completed(
          List.of(
              new Measure(Metrics.GROWTH_TOTAL, readings.last() - startBytes),
              new Measure(Metrics.RELEASE_TIME, Medians.of(millis))),
          List.of(),
          samples);
    }
  }
}
