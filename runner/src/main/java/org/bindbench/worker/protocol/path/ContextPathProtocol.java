package org.bindbench.worker.protocol.path;

import com.google.auto.service.AutoService;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.protocol.churn.PassingGuests;

/**
 * Explains what closed guests left in the heap, as another fork found: the cycles are guests that
 * come and go, and containers are those that the guest which stays can reach. What the others share
 * stays until the process ends, for it may be what holds them.
 */
@AutoService(Protocol.class)
public final class ContextPathProtocol implements Protocol {
  @Override
  public String id() {
    return LeakEvidence.OF_CONTEXTS;
  }

  @Override
  public Measurement begin(Lab lab) {
    PassingGuests guests = new PassingGuests(lab);
    return new LeakPath(
        lab, lab.guest().prepare(lab.spec().id()), PassingGuests.OPERATIONS, guests::pass);
  }
}
