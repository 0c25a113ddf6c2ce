package org.bindbench.worker.protocol.recovery;

import org.bindbench.engine.Guest;
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
    Guest guest = lab.ownGuests().apply(1).get(0);
    guest.prepare(lab.spec().id()).keep("run", lab.effort().retainedObjects());
    long with = weigh(guest);
    long closed = lab.ticker().nanos();
    guest.close();
    return settled(before, with, closed);
  }

  /** With the guest reachable to the end: a JIT may let go of what is not used any more. */
  private long weigh(Guest guest) {
    long live = lab.meter().liveBytes();
    java.lang.ref.Reference.reachabilityFence(guest);
    return live;
  }

  private Round settled(long before, long with, long closed) {
    Recovery recovery = Recovery.await(lab.meter(), lab.ticker(), closed);
    return Round.of(before, with, recovery.liveBytes(), recovery.elapsedNanos());
  }
}
