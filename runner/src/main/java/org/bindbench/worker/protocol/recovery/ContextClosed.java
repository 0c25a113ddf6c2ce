package org.bindbench.worker.protocol.recovery;

import java.lang.ref.Reference;
import org.bindbench.engine.Guest;
import org.bindbench.engine.PreparedCase;
import org.bindbench.worker.Lab;
import org.bindbench.worker.protocol.Recovery;

/**
 * A guest of its own makes the objects and is closed with them. What is to come back is all that
 * the guest took, its own part included.
 */
final class ContextClosed implements LettingGo {
  private final Lab lab;

  ContextClosed(Lab lab) {
    this.lab = lab;
  }

  @Override
  public Round round() {
    long before = lab.meter().liveBytes();
    Closed closed = fillAndClose();
    Recovery recovery = Recovery.await(lab.meter(), lab.ticker(), closed.atNanos());
    return Round.of(before, closed.withBytes(), recovery.liveBytes(), recovery.elapsedNanos());
  }

  private record Closed(long withBytes, long atNanos) {}

  /** In a method of its own, so that nothing here refers to the guest once it is closed. */
  private Closed fillAndClose() {
    Guest guest = lab.ownGuests().apply(1).get(0);
    PreparedCase prepared = guest.prepare(lab.spec().id());
    prepared.keep("run", RecoveryProtocol.objects(lab));
    long with = lab.meter().liveBytes();
    Reference.reachabilityFence(prepared);
    long at = lab.ticker().nanos();
    guest.close();
    return new Closed(with, at);
  }
}
