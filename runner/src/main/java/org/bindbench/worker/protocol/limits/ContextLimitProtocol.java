package org.bindbench.worker.protocol.limits;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.Guest;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.limits.Sought;
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

  private static final class Contexts implements Measurement {
    private final Lab lab;
    private final int wanted;
    private final List<Guest> open = new ArrayList<>();
    private @Nullable TrialOutcome wrong;

    Contexts(Lab lab, int wanted) {
      this.lab = lab;
      this.wanted = wanted;
    }

    @Override
    public String next() {
      return (open.isEmpty() ? "opening " : "asking ") + Sought.MOST_CONTEXTS.text(wanted);
    }

    /** None is closed: the process ends, and closing would give memory back too early. */
    @Override
    public boolean turn() {
      if (open.isEmpty()) {
        open.add(lab.guest());
        if (wanted > 1) open.addAll(lab.ownGuests().apply(wanted - 1));
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
