package org.bindbench.worker.protocol.recovery;

import com.google.auto.service.AutoService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.heap.HeapView;
import org.bindbench.worker.heap.ThisJvm;

/**
 * What the JVM gives back to the system once objects are gone: the heap it has committed and what
 * the process has in RAM, before, with and after. It needs a JVM whose heap may shrink.
 */
@AutoService(Protocol.class)
public final class GivenBackProtocol implements Protocol {
  private final HeapView heap;
  private final LongConsumer pause;

  /** In this JVM. */
  public GivenBackProtocol() {
    this(new ThisJvm(), LockSupport::parkNanos);
  }

  /**
   * Over another heap.
   *
   * @param pause lets so many nanoseconds pass
   */
  GivenBackProtocol(HeapView heap, LongConsumer pause) {
    this.heap = heap;
    this.pause = pause;
  }

  @Override
  public String id() {
    return RecoveryMetrics.GIVEN_BACK;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new GivenBackMeasurement(lab, heap, pause);
  }
}
