package org.bindbench.worker.protocol.recovery;

import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.worker.Lab;
import org.bindbench.worker.heap.HeapView;

/**
 * All are dropped, and the script collects by its own means, once: what is free is read from the
 * last collection that this brought about, and nothing where it brought about none.
 */
final class ForcedCollection implements LettingGo {
  private final Lab lab;
  private final HeapView heap;
  private final PreparedCase prepared;

  ForcedCollection(Lab lab, HeapView heap) {
    this.lab = lab;
    this.heap = heap;
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
    long collections = heap.collections();
    long dropped = lab.ticker().nanos();
    prepared.release();
    prepared.keep("collect", 1);
    long elapsed = lab.ticker().nanos() - dropped;
    long after =
        heap.collections() == collections ? with : heap.usedAfterLastCollection().orElse(with);
    return Round.of(before, with, after, elapsed);
  }
}
