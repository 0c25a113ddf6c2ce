package org.bindbench.worker.protocol.recovery;

import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.worker.Lab;

/** All are dropped, and the script collects by its own means, once: nothing is done after it. */
final class ForcedCollection implements LettingGo {
  private final Lab lab;
  private final PreparedCase prepared;

  ForcedCollection(Lab lab) {
    this.lab = lab;
    this.prepared = lab.guest().prepare(lab.spec().id());
    if (!prepared.has("collect"))
      throw new GuestException(
          GuestException.Kind.UNSUPPORTED,
          "the case has no hook `collect`, which collects by the script's own means",
          "",
          "");
  }

  @Override
  public Round round() {
    long before = lab.meter().liveBytes();
    prepared.keep("run", RecoveryProtocol.objects(lab));
    long with = lab.meter().liveBytes();
    long dropped = lab.ticker().nanos();
    prepared.release();
    prepared.keep("collect", 1);
    long elapsed = lab.ticker().nanos() - dropped;
    return Round.of(before, with, lab.meter().usedBytes(), elapsed);
  }
}
