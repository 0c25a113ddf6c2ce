package org.bindbench.worker.protocol.rate;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/** How many operations a second: timed calls of {@code run(n)}, after warm-up. */
@AutoService(Protocol.class)
public final class RateProtocol implements Protocol {
  @Override
  public String id() {
    return "rate";
  }

  @Override
  public Measurement begin(Lab lab) {
    Optional<Double> planted =
        PlantedCase.share(Optional.ofNullable(System.getProperty(PlantedCase.PROPERTY)));
    return new RateMeasurement(
        lab, lab.guest().prepare(lab.spec().id()), planted, lab.meter()::compilerNanos);
  }
}
