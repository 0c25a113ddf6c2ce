package org.bindbench.worker.protocol;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Effort;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * How many bytes an object keeps, how much of that comes back, and how soon: the settled heap
 * before, with and after {@code run(n)}'s objects. The hook {@code empty}, where there is one,
 * gives the container, which is the same in every round and so is weighed in the first two alone.
 */
@AutoService(Protocol.class)
public final class RetainedProtocol implements Protocol {
  @Override
  public String id() {
    return "retained";
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Retained(lab, lab.guest().prepare(lab.spec().id()));
  }

  private static final class Retained extends Rounds<Round> {
    private static final int CONTAINERS = 2;

    private final PreparedCase prepared;
    private final Effort effort;
    private final JvmMeter meter;
    private final Ticker ticker;
    private long containerBytes;
    private int containersWeighed;

    Retained(Lab lab, PreparedCase prepared) {
      this.prepared = prepared;
      this.effort = lab.effort();
      this.meter = lab.meter();
      this.ticker = lab.ticker();
    }

    @Override
    Optional<Round> round() {
      int objects = effort.retainedObjects();
      if (prepared.has("empty") && containersWeighed < CONTAINERS) {
        containerBytes = grownBytes("empty", objects);
        containersWeighed++;
      }
      prepared.release();
      long before = meter.liveBytes();
      prepared.keep("run", objects);
      long with = meter.liveBytes();
      long released = ticker.nanos();
      prepared.release();
      Recovery recovery = Recovery.await(meter, ticker, released);
      return Optional.of(
          new Round(
              (double) (with - before - containerBytes) / objects,
              Math.max(0, 100.0 * (with - recovery.liveBytes()) / (with - before)),
              recovery.elapsedNanos() / 1e6));
    }

    private long grownBytes(String hook, int objects) {
      long before = meter.liveBytes();
      prepared.keep(hook, objects);
      return meter.liveBytes() - before;
    }

    @Override
    public TrialOutcome outcome() {
      if (counted().stream().anyMatch(round -> round.bytes() <= 0))
        return new TrialOutcome.Eliminated(
            "the live heap did not grow by the objects that run(n) returned", List.of());
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < counted().size(); i++)
        samples.add(
            new Sample(
                Metrics.RETAINED_BYTES.id(),
                Phase.MEASURED,
                i,
                effort.retainedObjects(),
                counted().get(i).bytes()));
      return new TrialOutcome.Completed(
          List.of(
              new Measure(Metrics.RETAINED_BYTES, median(Round::bytes)),
              new Measure(Metrics.CLEANUP_EFFICIENCY, median(Round::freedPercent)),
              new Measure(Metrics.RECOVERY_TIME, median(Round::recoveryMillis))),
          List.of(),
          samples);
    }
  }

  private record Round(double bytes, double freedPercent, double recoveryMillis) {}
}
