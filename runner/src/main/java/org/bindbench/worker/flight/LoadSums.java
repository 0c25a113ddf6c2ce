package org.bindbench.worker.flight;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.PauseMetrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.flight.CollectorEvents.Collection;
import org.bindbench.worker.flight.CollectorEvents.HeapUse;
import org.bindbench.worker.flight.CollectorEvents.Pause;
import org.bindbench.worker.flight.CollectorEvents.Span;
import org.bindbench.worker.flight.CollectorEvents.Stall;

/** What a recorded load comes to: a pure function of the recording. */
final class LoadSums {
  private static final String UNSUPPORTED = "unsupported: ";

  private final Load load;
  private final CollectorEvents events;
  private final List<Collection> collections;
  private final List<Measure> measures = new ArrayList<>();
  private final List<Absent> absent = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();

  /**
   * The figures of a load.
   *
   * @param operations done in the part that counts, at least 1
   * @param callNanos time of the calls that did them, at least 1
   */
  static LoadFigures of(Load load, long operations, long callNanos) {
    LoadSums sums = new LoadSums(load, operations, callNanos);
    return new LoadFigures(sums.measures, sums.absent, sums.samples);
  }

  private LoadSums(Load load, long operations, long callNanos) {
    this.load = load;
    this.events = load.events();
    this.collections =
        events.collections().stream().filter(each -> events.isInWindow(each.span())).toList();
    add(PauseMetrics.THROUGHPUT, operations * 1e9 / callNanos);
    double seconds = events.windowNanos() / 1e9;
    add(PauseMetrics.ALLOCATION_RATE, guestBytes() / seconds);
    addOrSay(
        PauseMetrics.TOTAL_ALLOCATION_RATE,
        totalBytes().map(bytes -> bytes / seconds),
        UNSUPPORTED + "this JVM does not count what all threads allocate; JDK 21 and later do");
    add(Metrics.CPU_PER_WALL, (double) cpuNanos() / events.windowNanos());
    addOrSay(
        PauseMetrics.COLLECTOR_CPU,
        collectorNanos().map(nanos -> 100.0 * nanos / Math.max(1, cpuNanos())),
        UNSUPPORTED + "this system does not count the CPU time of single threads");
    if (events.lost()) sayLost();
    else addEvents(operations);
  }

  private void sayLost() {
    for (Metric metric :
        List.of(
            PauseMetrics.PAUSES,
            PauseMetrics.PAUSE_LONGEST,
            PauseMetrics.SAFEPOINT_LONGEST,
            PauseMetrics.PAUSED_SHARE,
            PauseMetrics.CONCURRENT_SHARE,
            PauseMetrics.STALLED_SHARE,
            PauseMetrics.YOUNG_COLLECTIONS,
            PauseMetrics.OLD_COLLECTIONS,
            PauseMetrics.FULL_COLLECTIONS,
            PauseMetrics.FORCED_COLLECTIONS,
            PauseMetrics.PROMOTED_BYTES,
            PauseMetrics.FREED_PER_MILLISECOND,
            PauseMetrics.PEAK_HEAP))
      absent.add(new Absent(metric, "the flight recorder lost events"));
  }

  private void addEvents(long operations) {
    addPauses();
    addCounts(operations);
    addOrSay(
        PauseMetrics.PROMOTED_BYTES,
        promotedBytes().map(bytes -> (double) bytes / operations),
        noPromotion());
    addOrSay(
        PauseMetrics.FREED_PER_MILLISECOND,
        freedPerMillisecond(),
        collections.isEmpty()
            ? "nothing was collected"
            : UNSUPPORTED + "it takes the CPU time of the collector and all that was allocated");
    addOrSay(
        PauseMetrics.PEAK_HEAP,
        events.heap().stream()
            .filter(use -> use.atNanos() >= 0 && use.atNanos() <= events.windowNanos())
            .max(Comparator.comparingLong(HeapUse::usedBytes))
            .map(use -> (double) use.usedBytes()),
        "nothing was collected");
  }

  private void addPauses() {
    Map<Long, Boolean> forced =
        events.collections().stream()
            .collect(toMap(Collection::id, Collection::isForced, (one, same) -> one));
    double longest = 0;
    double slowest = 0;
    int own = 0;
    for (Pause pause : events.pauses()) {
      if (!events.isInWindow(pause.span())) continue;
      boolean isForced = forced.getOrDefault(pause.collection(), false);
      double millis = pause.span().nanos() / 1e6;
      samples.add(
          new Sample(
              (isForced ? PauseMetrics.FORCED_PAUSE : PauseMetrics.PAUSE).id(),
              Phase.MEASURED,
              Math.toIntExact(pause.collection()),
              0,
              millis));
      if (isForced) continue;
      own++;
      longest = Math.max(longest, millis);
      slowest = Math.max(slowest, timeToStop(pause) / 1e6);
    }
    add(PauseMetrics.PAUSES, own);
    add(PauseMetrics.PAUSE_LONGEST, longest);
    add(PauseMetrics.SAFEPOINT_LONGEST, slowest);
    add(PauseMetrics.PAUSED_SHARE, shareOf(events.pauses().stream().map(Pause::span).toList()));
    add(PauseMetrics.CONCURRENT_SHARE, shareOf(events.concurrent()));
    add(
        PauseMetrics.STALLED_SHARE,
        shareOf(
            events.stalls().stream()
                .filter(stall -> stall.thread() == load.guestThread())
                .map(Stall::span)
                .toList()));
  }

  /** The last time before the pause that threads were told to stop. */
  private long timeToStop(Pause pause) {
    return events.safepoints().stream()
        .filter(stop -> stop.startNanos() <= pause.span().startNanos())
        .max(Comparator.comparingLong(Span::startNanos))
        .map(Span::nanos)
        .orElse(0L);
  }

  /** Percent of the window that one at least of the stretches covers. */
  private double shareOf(List<Span> spans) {
    long covered = 0;
    long until = 0;
    List<Span> ordered = spans.stream().sorted(Comparator.comparingLong(Span::startNanos)).toList();
    for (Span span : ordered) {
      long from = Math.max(until, span.startNanos());
      long to = Math.min(events.windowNanos(), span.endNanos());
      if (to <= from) continue;
      covered += to - from;
      until = to;
    }
    return 100.0 * covered / events.windowNanos();
  }

  private void addCounts(long operations) {
    double thousands = operations / 1000.0;
    List<Collection> own = collections.stream().filter(each -> !each.isForced()).toList();
    long young = count(own, Generation.YOUNG);
    long full = count(own, Generation.FULL);
    if (load.collector() == CollectorKind.UNDIVIDED_ZGC)
      absent.add(
          new Absent(
              PauseMetrics.YOUNG_COLLECTIONS, UNSUPPORTED + "this collector has no generations"));
    else add(PauseMetrics.YOUNG_COLLECTIONS, young / thousands);
    add(PauseMetrics.OLD_COLLECTIONS, (own.size() - young) / thousands);
    add(PauseMetrics.FULL_COLLECTIONS, full);
    add(PauseMetrics.FORCED_COLLECTIONS, collections.size() - own.size());
  }

  private static long count(List<Collection> collections, Generation generation) {
    return collections.stream().filter(each -> each.generation() == generation).count();
  }

  private Optional<Long> promotedBytes() {
    return switch (load.collector()) {
      case SERIAL -> load.tenuredBytes();
      case PARALLEL, G1 ->
          Optional.of(
              collections.stream()
                  .filter(each -> each.generation() == Generation.YOUNG)
                  .mapToLong(each -> events.promoted().getOrDefault(each.id(), 0L))
                  .sum());
      default -> Optional.empty();
    };
  }

  private String noPromotion() {
    return switch (load.collector()) {
      case SERIAL -> TenuredGrowth.missing();
      case UNDIVIDED_ZGC -> UNSUPPORTED + "this collector has no generations";
      default -> UNSUPPORTED + "this collector's events do not tell how much it promotes";
    };
  }

  private Optional<Double> freedPerMillisecond() {
    if (collections.isEmpty()) return Optional.empty();
    return freedBytes()
        .flatMap(bytes -> collectorNanos().map(nanos -> bytes / Math.max(1e-3, nanos / 1e6)));
  }

  /**
   * Where all collections stop the script, what the heap fell by in each. Where some run beside it,
   * what was allocated and is not in use any more; G1 before JDK 21 does not tell what was
   * allocated.
   */
  private Optional<Double> freedBytes() {
    Optional<Double> gone =
        totalBytes()
            .map(bytes -> (double) bytes + load.before().usedBytes() - load.after().usedBytes())
            .filter(bytes -> bytes > 0);
    return switch (load.collector()) {
      case SERIAL, PARALLEL -> Optional.of((double) fallen());
      // a concurrent cycle frees regions, and young collections lie between its two readings
      case G1 -> gone.or(() -> Optional.of((double) fallen()));
      default -> gone;
    };
  }

  private long fallen() {
    long fallen = 0;
    Optional<HeapUse> before = Optional.empty();
    for (HeapUse use : events.heap()) {
      if (use.before()) before = Optional.of(use);
      else if (before.isPresent() && before.get().collection() == use.collection()) {
        if (before.get().atNanos() >= 0 && before.get().atNanos() < events.windowNanos())
          fallen += before.get().usedBytes() - use.usedBytes();
        before = Optional.empty();
      }
    }
    return fallen;
  }

  private long guestBytes() {
    return load.after().guestAllocatedBytes() - load.before().guestAllocatedBytes();
  }

  private Optional<Long> totalBytes() {
    return load.after()
        .allocatedBytes()
        .flatMap(after -> load.before().allocatedBytes().map(before -> after - before));
  }

  private long cpuNanos() {
    return load.after().processCpuNanos() - load.before().processCpuNanos();
  }

  private Optional<Long> collectorNanos() {
    return load.after()
        .collectorCpuNanos()
        .flatMap(
            after ->
                load.before()
                    .collectorCpuNanos()
                    .map(before -> CollectorThreads.between(before, after)));
  }

  private void add(Metric metric, double value) {
    measures.add(new Measure(metric, value));
  }

  private void addOrSay(Metric metric, Optional<Double> value, String otherwise) {
    if (value.isPresent()) add(metric, value.get());
    else absent.add(new Absent(metric, otherwise));
  }
}
