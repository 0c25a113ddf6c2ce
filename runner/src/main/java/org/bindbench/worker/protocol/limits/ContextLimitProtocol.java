package org.bindbench.worker.protocol.limits;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.limits.Opening;
import org.bindbench.model.limits.Sought;
import org.bindbench.worker.FreshGuests;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Whether so many guests can be open at once: the one that the worker has anyway and others beside
 * it, the suite loaded in each; once all are open, each does the case's work in its turn.
 */
@AutoService(Protocol.class)
public final class ContextLimitProtocol implements Protocol {
  @Override
  public String id() {
    return Sought.MOST_CONTEXTS.protocol();
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Contexts(lab, HeapLimitProtocol.requireSize());
  }

  /** Guests that share what the engine lets them share. */
  private static FreshGuests others(Lab lab) {
    try {
      return lab.freshGuests().apply(EngineSharing.SHARED);
    } catch (GuestException e) {
      if (e.kind() != GuestException.Kind.UNSUPPORTED) throw e;
      return lab.freshGuests().apply(EngineSharing.OWN);
    }
  }

  private static final class Contexts implements Measurement {
    private final Lab lab;
    private final int wanted;
    private final FreshGuests others;
    private final List<Guest> open = new ArrayList<>();
    private @Nullable TrialOutcome wrong;

    Contexts(Lab lab, int wanted) {
      this.lab = lab;
      this.wanted = wanted;
      this.others = others(lab);
    }

    @Override
    public String next() {
      return open.size() < wanted
          ? new Opening(open.size() + 1, wanted).text()
          : "asking " + Sought.MOST_CONTEXTS.text(wanted);
    }

    /** None is closed: the process ends, and closing would give memory back too early. */
    @Override
    public boolean turn() {
      if (open.size() < wanted) {
        open.add(open.isEmpty() ? lab.guest() : others.open());
        return true;
      }
      List<Work> all = new ArrayList<>();
      for (Guest guest : open) all.add(Work.of(guest.prepare(lab.spec().id())));
      for (Work work : all) if (wrong == null) wrong = work.wrong();
      return false;
    }

    @Override
    public TrialOutcome outcome() {
      return wrong != null ? wrong : new TrialOutcome.Completed(List.of(), List.of(), List.of());
    }
  }
}
