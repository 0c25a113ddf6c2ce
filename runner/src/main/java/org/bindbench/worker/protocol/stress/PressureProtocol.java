package org.bindbench.worker.protocol.stress;

import com.google.auto.service.AutoService;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.heap.HeapView;
import org.bindbench.worker.heap.ThisJvm;

/**
 * Work beside a live set that is raised step by step: the hook {@code hold} makes what stays,
 * {@code run} makes what goes at once. Each step collects first and then works for an eighth of the
 * measured time.
 */
@AutoService(Protocol.class)
public final class PressureProtocol implements Protocol {
  private final HeapView heap;

  /** In this JVM. */
  public PressureProtocol() {
    this(new ThisJvm());
  }

  PressureProtocol(HeapView heap) {
    this.heap = heap;
  }

  @Override
  public String id() {
    return StressMetrics.PRESSURE;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new PressureMeasurement(
        lab, heap, Hooks.required(lab.guest().prepare(lab.spec().id()), "hold"));
  }
}
