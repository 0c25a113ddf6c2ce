package org.bindbench.worker.protocol.recovery;

import org.bindbench.engine.PreparedCase;
import org.bindbench.worker.Lab;
import org.bindbench.worker.protocol.Recovery;

/** All references are dropped at the same time, and the host collects until the heap settles. */
final class AtOnce implements LettingGo {
  private final Lab lab;
  private final PreparedCase prepared;

  AtOnce(Lab lab) {
    this.lab = lab;
    this.prepared = lab.guest().prepare(lab.spec().id());
  }

  @Override
  public Round round() {
    long before = lab.meter().liveBytes();
    prepared.keep("run", RecoveryProtocol.objects(lab));
    long with = lab.meter().liveBytes();
    long dropped = lab.ticker().nanos();
    prepared.release();
    Recovery recovery = Recovery.await(lab.meter(), lab.ticker(), dropped);
    return Round.of(before, with, recovery.liveBytes(), recovery.elapsedNanos());
  }
}
