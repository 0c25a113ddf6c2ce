package org.bindbench.worker.protocol.recovery;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.PreparedCase;
import org.bindbench.worker.Lab;
import org.bindbench.worker.protocol.Recovery;

/** Five parts are dropped one after the other, with a collection behind each. */
final class Gradually implements LettingGo {
  private static final int PARTS = 5;

  private final Lab lab;
  private final List<PreparedCase> parts = new ArrayList<>();

  Gradually(Lab lab) {
    this.lab = lab;
    for (int i = 0; i < PARTS; i++) parts.add(lab.guest().prepare(lab.spec().id()));
  }

  @Override
  public Round round() {
    long before = lab.meter().liveBytes();
    List<Long> objects = RecoveryProtocol.parts(RecoveryProtocol.objects(lab), PARTS);
    for (int i = 0; i < PARTS; i++) parts.get(i).keep("run", objects.get(i));
    long with = lab.meter().liveBytes();
    long dropped = lab.ticker().nanos();
    for (PreparedCase part : parts) {
      part.release();
      lab.meter().collect();
    }
    Recovery recovery = Recovery.await(lab.meter(), lab.ticker(), dropped);
    return Round.of(before, with, recovery.liveBytes(), recovery.elapsedNanos());
  }
}
