package org.bindbench.worker;

import com.google.auto.service.AutoService;

/** How many operations a second: timed calls of {@code run(n)}, after warm-up. */
@AutoService(Protocol.class)
public final class RateProtocol implements Protocol {
  @Override
  public String id() {
    return "rate";
  }

  @Override
  public Measurement begin(Lab lab) {
    return new RateMeasurement(lab, lab.guest().prepare(lab.spec().id()));
  }
}
