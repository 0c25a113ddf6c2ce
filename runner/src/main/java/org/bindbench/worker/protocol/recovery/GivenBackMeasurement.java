package org.bindbench.worker.protocol.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.heap.HeapView;

/** Objects until two fifths of the heap are live, then none, and the wait for the system's part. */
final class GivenBackMeasurement implements Measurement {
  private static final double FILLED = 0.4;
  private static final int PARTS_OF_A_ROUND = 10;
  private static final long DEADLINE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long QUIET_NANOS = Duration.ofMillis(1500).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private static final String NOT_TOLD =
      "unsupported: this system does not tell what a process has in RAM as Linux does";

  private static final List<String> STEPS =
      List.of("settling", "filling the heap", "letting go and waiting");

  private final Lab lab;
  private final HeapView heap;
  private final LongConsumer pause;
  private final PreparedCase prepared;
  private int done;
  private Held before = Held.NOTHING;
  private Held with = Held.NOTHING;
  private Held after = Held.NOTHING;
  private long lowestAfterNanos;

  /** What this process holds of the system's memory. */
  private record Held(long committed, OptionalLong resident) {
    static final Held NOTHING = new Held(0, OptionalLong.empty());
  }

  GivenBackMeasurement(Lab lab, HeapView heap, LongConsumer pause) {
    this.lab = lab;
    this.heap = heap;
    this.pause = pause;
    this.prepared = lab.guest().prepare(lab.spec().id());
  }

  @Override
  public String next() {
    return STEPS.get(done);
  }

  @Override
  public boolean turn() {
    switch (done) {
      case 0 -> {
        lab.meter().liveBytes();
        before = held();
      }
      case 1 -> fill();
      default -> letGo();
    }
    return ++done < STEPS.size();
  }

  private Held held() {
    return new Held(heap.committedBytes(), heap.residentBytes());
  }

  private void fill() {
    long objects = Math.max(1, lab.effort().retainedObjects() / PARTS_OF_A_ROUND);
    double wanted = FILLED * heap.maxBytes();
    long live = lab.meter().collectedBytes();
    while (live < wanted) {
      prepared.keep("run", objects);
      long now = lab.meter().collectedBytes();
      if (now <= live) break; // nothing is kept: the figures will say so
      long parts = Math.max(0, Math.round((wanted - now) / (now - live)) - 1);
      for (long i = 0; i < parts; i++) prepared.keep("run", objects);
      live = lab.meter().collectedBytes();
    }
    with = held();
  }

  /** Collects, and then watches until nothing more is given back for a while, or time is over. */
  private void letGo() {
    long start = lab.ticker().nanos();
    prepared.release();
    lab.meter().liveBytes();
    long lowest = heap.committedBytes();
    lowestAfterNanos = lab.ticker().nanos() - start;
    long now = lowestAfterNanos;
    while (now < DEADLINE_NANOS && now - lowestAfterNanos < QUIET_NANOS) {
      pause.accept(PAUSE_NANOS);
      now = lab.ticker().nanos() - start;
      long committed = heap.committedBytes();
      if (committed >= lowest) continue;
      lowest = committed;
      lowestAfterNanos = now;
    }
    after = held();
  }

  @Override
  public TrialOutcome outcome() {
    long taken = with.committed() - before.committed();
    if (taken <= 0)
      return new TrialOutcome.Unsupported(
          "the heap did not grow with the objects: the JVM has taken all of it from the start,"
              + " as it does with a fixed size (-Xms)");
    List<Measure> measures = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    measures.add(
        new Measure(
            RecoveryMetrics.HEAP_GIVEN_BACK,
            Math.max(0, 100.0 * (with.committed() - after.committed()) / taken)));
    resident(measures, absent);
    if (after.committed() < with.committed())
      measures.add(new Measure(RecoveryMetrics.GIVEN_BACK_AFTER, lowestAfterNanos / 1e6));
    else absent.add(new Absent(RecoveryMetrics.GIVEN_BACK_AFTER, "nothing was given back"));
    measures.add(new Measure(RecoveryMetrics.COMMITTED_BEFORE, before.committed()));
    measures.add(new Measure(RecoveryMetrics.COMMITTED_WITH, with.committed()));
    measures.add(new Measure(RecoveryMetrics.COMMITTED_AFTER, after.committed()));
    return new TrialOutcome.Completed(measures, absent, List.of());
  }

  private void resident(List<Measure> measures, List<Absent> absent) {
    if (before.resident().isEmpty() || with.resident().isEmpty() || after.resident().isEmpty()) {
      for (Metric each :
          List.of(
              RecoveryMetrics.PROCESS_GIVEN_BACK,
              RecoveryMetrics.RESIDENT_BEFORE,
              RecoveryMetrics.RESIDENT_WITH,
              RecoveryMetrics.RESIDENT_AFTER)) absent.add(new Absent(each, NOT_TOLD));
      return;
    }
    double start = before.resident().getAsLong();
    double most = with.resident().getAsLong();
    double end = after.resident().getAsLong();
    if (most > start)
      measures.add(
          new Measure(
              RecoveryMetrics.PROCESS_GIVEN_BACK,
              Math.max(0, 100 * (most - end) / (most - start))));
    else
      absent.add(
          new Absent(
              RecoveryMetrics.PROCESS_GIVEN_BACK, "the process did not grow with the objects"));
    measures.add(new Measure(RecoveryMetrics.RESIDENT_BEFORE, start));
    measures.add(new Measure(RecoveryMetrics.RESIDENT_WITH, most));
    measures.add(new Measure(RecoveryMetrics.RESIDENT_AFTER, end));
  }
}
