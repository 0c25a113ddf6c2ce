package org.bindbench.worker.protocol.limits;

import com.google.auto.service.AutoService;
import java.util.List;
import org.bindbench.engine.GuestException;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.limits.Sought;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Whether the case gets through its work in this JVM's heap, as a search for the smallest one asks;
 * or, where a heap is known to suffice, how fast it does and how much the collector takes.
 */
@AutoService(Protocol.class)
public final class HeapLimitProtocol implements Protocol {
  @Override
  public String id() {
    return Sought.SMALLEST_HEAP.protocol();
  }

  @Override
  public Measurement begin(Lab lab) {
    if (Boolean.getBoolean(Sought.ROOM_PROPERTY))
      return new RoomMeasurement(lab, Work.of(lab.guest().prepare(lab.spec().id())));
    requireSize();
    return new Once(Work.of(lab.guest().prepare(lab.spec().id())));
  }

  /**
   * The size this worker tries.
   *
   * @throws GuestException where the trial is no part of a search
   */
  static int requireSize() {
    int size = Integer.getInteger(Sought.SIZE_PROPERTY, 0);
    if (size > 0) return size;
    throw new GuestException(
        GuestException.Kind.UNSUPPORTED,
        "a limit is searched for by `limits` and by runs of suites, in workers of its own",
        "",
        "");
  }

  private static final class Once implements Measurement {
    private final Work work;
    private @Nullable TrialOutcome wrong;

    Once(Work work) {
      this.work = work;
    }

    @Override
    public String next() {
      return "doing the work";
    }

    @Override
    public boolean turn() {
      wrong = work.wrong();
      return false;
    }

    @Override
    public TrialOutcome outcome() {
      return wrong != null ? wrong : new TrialOutcome.Completed(List.of(), List.of(), List.of());
    }
  }
}
