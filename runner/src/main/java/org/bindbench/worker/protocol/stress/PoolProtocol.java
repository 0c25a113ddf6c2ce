package org.bindbench.worker.protocol.stress;

import com.google.auto.service.AutoService;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.heap.HeapView;
import org.bindbench.worker.heap.ThisJvm;

/**
 * Tasks that wait for a pool of guests, each of which serves one after the other on a thread of its
 * own: a task is one call of {@code run}, and its answer is held to the one that a guest alone
 * gave. As many guests as the case declares.
 */
@AutoService(Protocol.class)
public final class PoolProtocol implements Protocol {
  private final HeapView heap;

  /** In this JVM. */
  public PoolProtocol() {
    this(new ThisJvm());
  }

  PoolProtocol(HeapView heap) {
    this.heap = heap;
  }

  @Override
  public String id() {
    return StressMetrics.POOL;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new PoolMeasurement(lab, heap);
  }
}
