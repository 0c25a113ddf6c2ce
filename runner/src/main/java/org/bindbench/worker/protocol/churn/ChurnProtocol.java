package org.bindbench.worker.protocol.churn;

import com.google.auto.service.AutoService;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;

/**
 * What is left of guests that come and go. Each cycle opens a guest, loads the suite, calls {@code
 * run(1000)} of the case and closes the guest; then what compiles guest code comes to rest, the
 * heap is collected until it settles, and memory, classes, threads and file descriptors are read. A
 * case with the tag {@code control} opens nothing: its cycles call the case in the guest that stays
 * open. The parameter {@code sharing} chooses between one engine for all guests and one for each.
 */
@AutoService(Protocol.class)
public final class ChurnProtocol implements Protocol {
  @Override
  public String id() {
    return ChurnMetrics.PROTOCOL;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new ChurnMeasurement(
        lab, JvmReadings.ofThisJvm(lab.meter(), ChurnProtocol::pause), ChurnProtocol::pause);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException("a pause before a reading was disturbed", e);
    }
  }
}
