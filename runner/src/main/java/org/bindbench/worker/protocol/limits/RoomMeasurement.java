package org.bindbench.worker.protocol.limits;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.limits.LimitMetrics;
import org.bindbench.model.limits.Sought;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * The case's work over and over, for the warm-up and then for the measured time of the effort: the
 * operations a second over all of the measured time, collections included, and the collector's
 * share of it by its own count. That count is of pauses for the collectors that stop the guest; for
 * those that run beside it, it is none, and no share is given.
 */
final class RoomMeasurement implements Measurement {
  private final Lab lab;
  private final Work work;
  private final long warmUpNanos;
  private final long measuredNanos;
  private final List<Sample> samples = new ArrayList<>();
  private long spentWarming;
  private long spent;
  private long calls;
  private long collectingMillis;
  private @Nullable TrialOutcome wrong;

  RoomMeasurement(Lab lab, Work work) {
    this.lab = lab;
    this.work = work;
    this.warmUpNanos = lab.effort().warmUp().expected().toNanos();
    this.measuredNanos = lab.effort().measured().toNanos();
  }

  private boolean isWarm() {
    return spentWarming >= warmUpNanos;
  }

  @Override
  public String next() {
    return isWarm() ? "measuring" : "warming up";
  }

  @Override
  public boolean turn() {
    boolean counts = isWarm();
    long collecting = collectorMillis();
    long start = lab.ticker().nanos();
    wrong = work.wrong();
    long elapsed = lab.ticker().nanos() - start;
    if (counts) {
      spent += elapsed;
      calls++;
      collectingMillis += collectorMillis() - collecting;
    } else {
      spentWarming += Math.max(1, elapsed);
    }
    samples.add(
        new Sample(
            Metrics.ELAPSED_NANOS.id(),
            counts ? Phase.MEASURED : Phase.WARM_UP,
            samples.size(),
            work.operations(),
            elapsed));
    return wrong == null && (spent < measuredNanos || calls == 0);
  }

  @Override
  public TrialOutcome outcome() {
    if (wrong != null) return wrong;
    List<Measure> measures = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    measures.add(
        new Measure(
            LimitMetrics.HEAP, Sought.SMALLEST_HEAP.value(HeapLimitProtocol.requireSize())));
    measures.add(
        new Measure(
            Metrics.rate(lab.spec().declaration().unit()),
            1e9 * calls * work.operations() / spent));
    if (isStopping())
      measures.add(new Measure(LimitMetrics.GC_SHARE, 100 * (collectingMillis * 1e6) / spent));
    else
      absent.add(
          new Absent(
              LimitMetrics.GC_SHARE,
              "the collector runs beside the guest, so its own count is not of pauses"));
    return new TrialOutcome.Completed(measures, absent, samples);
  }

  private static boolean isStopping() {
    return collectors().stream()
        .map(GarbageCollectorMXBean::getName)
        .noneMatch(name -> name.startsWith("ZGC") || name.startsWith("Shenandoah"));
  }

  private static long collectorMillis() {
    return collectors().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
  }

  private static List<GarbageCollectorMXBean> collectors() {
    return ManagementFactory.getGarbageCollectorMXBeans();
  }
}
