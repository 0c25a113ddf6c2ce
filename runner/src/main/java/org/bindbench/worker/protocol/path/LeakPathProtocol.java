package org.bindbench.worker.protocol.path;

import com.google.auto.service.AutoService;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * Explains a leak that another fork found: after warm-up cycles of {@code run(n)} and {@code
 * release}, which classes and containers grow over further cycles, and what holds the objects that
 * stay. It measures nothing else, since looking costs memory itself.
 */
@AutoService(Protocol.class)
public final class LeakPathProtocol implements Protocol {
  @Override
  public String id() {
    return LeakEvidence.PROTOCOL;
  }

  @Override
  public Measurement begin(Lab lab) {
    PreparedCase prepared = lab.guest().prepare(lab.spec().id());
    int operations = lab.effort().sizes().leak().operations();
    return new LeakPath(
        lab,
        prepared,
        operations,
        () -> {
          prepared.keep("run", operations);
          prepared.release();
        });
  }
}
