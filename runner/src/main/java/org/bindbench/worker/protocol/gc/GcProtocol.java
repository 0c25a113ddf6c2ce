package org.bindbench.worker.protocol.gc;

import com.google.auto.service.AutoService;
import org.bindbench.model.GcLoad;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.flight.LoadProbe;

/**
 * What the garbage collector does while {@code run(n)} is called over and over: pauses one by one,
 * collections by generation, their share of the CPU, what they free and what they move.
 */
@AutoService(Protocol.class)
public final class GcProtocol implements Protocol {
  @Override
  public String id() {
    return GcLoad.PROTOCOL;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new GcMeasurement(
        lab, lab.guest().prepare(lab.spec().id()), () -> LoadProbe.start(lab.meter()));
  }
}
