package org.bindbench.worker;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Effort;
import org.bindbench.model.Measure;
import org.bindbench.model.Metrics;
import org.bindbench.model.Phase;
import org.bindbench.model.Sample;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;

/**
 * How many bytes an object keeps, how much of that comes back, and how soon: the settled heap
 * before, with and after {@code run(n)}'s objects. The first round is dropped, for it also pays for
 * what the engine sets up once; the hook {@code empty}, where there is one, gives the container.
 */
@AutoService(Protocol.class)
public final class RetainedProtocol implements Protocol {
  private static final int ROUNDS = 3;

  @Override
  public String id() {
    return "retained";
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Retained(lab, lab.guest().prepare(lab.spec().id()));
  }

  private static final class Retained implements Measurement {
    private final PreparedCase prepared;
    private final Effort effort;
    private final JvmMeter meter;
    private final Ticker ticker;
    private final List<Round> rounds = new ArrayList<>();
    private int turns;

    Retained(Lab lab, PreparedCase prepared) {
      this.prepared = prepared;
      this.effort = lab.effort();
      this.meter = lab.meter();
      this.ticker = lab.ticker();
    }

    @Override
    public String next() {
      return turns == 0 ? "first round, dropped" : "round " + turns + " of " + ROUNDS;
    }

    @Override
    public boolean turn() {
      Round round = round(effort.retainedObjects());
      if (turns++ > 0) rounds.add(round);
      return turns <= ROUNDS;
    }

    private Round round(int objects) {
      long containerBytes = prepared.has("empty") ? grownBytes("empty", objects) : 0;
      prepared.release();
      long before = meter.settledBytes();
      prepared.keep("run", objects);
      long with = meter.settledBytes();
      long released = ticker.nanos();
      prepared.release();
      Recovery recovery = Recovery.await(meter, ticker, released);
      return new Round(
          (double) (with - before - containerBytes) / objects,
          100.0 * (with - recovery.liveBytes()) / (with - before),
          recovery.elapsedNanos() / 1e6);
    }

    private long grownBytes(String hook, int objects) {
      long before = meter.settledBytes();
      prepared.keep(hook, objects);
      return meter.settledBytes() - before;
    }

    @Override
    public TrialOutcome outcome() {
      if (rounds.stream().anyMatch(round -> round.bytes() <= 0))
        return new TrialOutcome.Eliminated(
            "the live heap did not grow by the objects that run(n) returned", List.of());
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < rounds.size(); i++)
        samples.add(
            new Sample(
                Metrics.RETAINED_BYTES.id(),
                Phase.MEASURED,
                i,
                effort.retainedObjects(),
                rounds.get(i).bytes()));
      return new TrialOutcome.Completed(
          List.of(
              new Measure(Metrics.RETAINED_BYTES, Medians.of(rounds, Round::bytes)),
              new Measure(Metrics.CLEANUP_EFFICIENCY, Medians.of(rounds, Round::freedPercent)),
              new Measure(Metrics.RECOVERY_TIME, Medians.of(rounds, Round::recoveryMillis))),
          List.of(),
          samples);
    }
  }

  private record Round(double bytes, double freedPercent, double recoveryMillis) {}
}
