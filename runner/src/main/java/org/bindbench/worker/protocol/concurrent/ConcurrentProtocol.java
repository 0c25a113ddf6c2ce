package org.bindbench.worker.protocol.concurrent;

import com.google.auto.service.AutoService;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * Whether guests on threads of their own may use the same Java objects. As many guests as the case
 * declares are prepared one after the other and each do {@code run(n)} at the same time. Then the
 * hook {@code check} of the first, and {@code check_own} of each that has it, tell the faults.
 */
@AutoService(Protocol.class)
public final class ConcurrentProtocol implements Protocol {
  @Override
  public String id() {
    return "concurrent";
  }

  @Override
  public Measurement begin(Lab lab) {
    return new ConcurrentMeasurement(lab);
  }
}
