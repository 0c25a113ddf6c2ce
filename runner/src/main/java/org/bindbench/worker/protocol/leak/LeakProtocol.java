package org.bindbench.worker.protocol.leak;

import com.google.auto.service.AutoService;
import java.util.List;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.protocol.CycleReadings;
import org.jspecify.annotations.Nullable;

/**
 * What cycles of {@code run(n)} leave behind, in an interpreter of their own: after each, what it
 * returned is dropped, the hook {@code release} is called where the case has one, and the heap is
 * collected until it has stood still twice. Whether that is a leak is judged elsewhere. In the end
 * first the case is let go and then the interpreter closed, which tells who kept what is left.
 */
@AutoService(Protocol.class)
public final class LeakProtocol implements Protocol {
  @Override
  public String id() {
    return LeakMetrics.PROTOCOL;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Leaking(lab);
  }

  private static final class Leaking implements Measurement {
    private static final int STILL = 2;

    private final JvmMeter meter;
    private final LeakCycles effort;
    private final CycleReadings readings;
    private final long beforeBytes;

    /** Null once it was closed, and the case once it was let go: nothing here may keep them. */
    private @Nullable Guest guest;

    private @Nullable PreparedCase prepared;

    private long startBytes;
    private long withoutCaseBytes;
    private long closedBytes;

    Leaking(Lab lab) {
      this.meter = lab.meter();
      this.effort = lab.effort().sizes().leak();
      this.readings = new CycleReadings(effort.cycles(), effort.operations());
      this.beforeBytes = live();
      Guest own = lab.ownGuests().apply(1).get(0);
      this.guest = own;
      try {
        this.prepared = own.prepare(lab.spec().id());
      } catch (GuestException e) {
        close();
        throw e;
      }
    }

    @Override
    public String next() {
      return readings.isFull() ? "letting go" : readings.next();
    }

    @Override
    public boolean turn() {
      if (prepared == null || readings.isFull()) {
        letGo();
        return false;
      }
      try {
        cycle(prepared);
      } catch (GuestException e) {
        close();
        throw e;
      }
      return true;
    }

    private void cycle(PreparedCase working) {
      if (readings.count() == 0) startBytes = live();
      long before = readings.count() == 0 ? startBytes : readings.last();
      working.keep("run", effort.operations());
      working.release();
      readings.add(meter.liveBytes(STILL, before));
    }

    private void letGo() {
      prepared = null;
      withoutCaseBytes = live();
      close();
      closedBytes = live();
    }

    private void close() {
      if (guest != null) guest.close();
      guest = null;
    }

    private long live() {
      return meter.liveBytes(STILL);
    }

    /** What the guest took before its first cycle is no growth. */
    @Override
    public TrialOutcome outcome() {
      long guestBytes = startBytes - beforeBytes;
      return new TrialOutcome.Completed(
          List.of(
              new Measure(Metrics.GROWTH_TOTAL, readings.last() - startBytes),
              new Measure(LeakMetrics.KEPT_BY_CASE, readings.last() - withoutCaseBytes),
              new Measure(LeakMetrics.KEPT_BY_GUEST, withoutCaseBytes - closedBytes - guestBytes),
              new Measure(LeakMetrics.KEPT_OUTSIDE, closedBytes - beforeBytes)),
          List.of(),
          readings.samples());
    }
  }
}
