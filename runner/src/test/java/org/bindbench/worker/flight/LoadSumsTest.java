package org.bindbench.worker.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.PauseMetrics;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.flight.CollectorEvents.Collection;
import org.bindbench.worker.flight.CollectorEvents.HeapUse;
import org.bindbench.worker.flight.CollectorEvents.Pause;
import org.bindbench.worker.flight.CollectorEvents.Span;
import org.bindbench.worker.flight.CollectorEvents.Stall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A window of one second with 2,000 operations, in which collections happen at given moments. */
class LoadSumsTest {
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1000 * MILLISECOND;
  private static final long GUEST = 7;

  private final List<Collection> collections = new ArrayList<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final List<HeapUse> heap = new ArrayList<>();
  private final Map<Long, Long> promoted = new HashMap<>();
  private final List<Span> safepoints = new ArrayList<>();
  private final List<Span> concurrent = new ArrayList<>();
  private final List<Stall> stalls = new ArrayList<>();
  private CollectorKind collector = CollectorKind.PARALLEL;
  private Optional<Long> tenured = Optional.empty();
  private Optional<Long> allocatedByAll = Optional.of(900_000_000L);
  private boolean countsThreads = true;
  private boolean lost;

  @Test
  void pausesOfTheWindowCountAndThoseOutsideDoNot() {
    collection(1, Generation.YOUNG, "Allocation Failure", -5, 4);
    collection(2, Generation.YOUNG, "Allocation Failure", 10, 4);
    collection(3, Generation.FULL, "Ergonomics", 500, 90);
    collection(4, Generation.YOUNG, "Allocation Failure", 1000, 4);
    LoadFigures figures = figures();
    assertThat(value(figures, PauseMetrics.PAUSES)).isEqualTo(2);
    assertThat(value(figures, PauseMetrics.PAUSE_LONGEST)).isEqualTo(90);
    assertThat(value(figures, PauseMetrics.PAUSED_SHARE)).isCloseTo(9.4, within(1e-9));
    assertThat(figures.samples())
        .extracting(Sample::metric, Sample::iteration, Sample::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("pause", 2, 4.0),
            org.assertj.core.groups.Tuple.tuple("pause", 3, 90.0));
  }

  @ParameterizedTest
  @CsvSource({"System.gc()", "Diagnostic Command", "Heap Dump Initiated GC"})
  void collectionsThatWereAskedForStandApartAndStillTakeTime(String cause) {
    collection(1, Generation.YOUNG, "Allocation Failure", 10, 4);
    collection(2, Generation.FULL, cause, 500, 90);
    LoadFigures figures = figures();
    assertThat(value(figures, PauseMetrics.PAUSES)).isEqualTo(1);
    assertThat(value(figures, PauseMetrics.PAUSE_LONGEST)).isEqualTo(4);
    assertThat(value(figures, PauseMetrics.FORCED_COLLECTIONS)).isEqualTo(1);
    assertThat(value(figures, PauseMetrics.OLD_COLLECTIONS)).isZero();
    assertThat(value(figures, PauseMetrics.FULL_COLLECTIONS)).isZero();
    assertThat(value(figures, PauseMetrics.PAUSED_SHARE)).isCloseTo(9.4, within(1e-9));
    assertThat(figures.samples()).extracting(Sample::metric).contains("forced_pause");
  }

  @Test
  void collectionsAreCountedByGenerationForAThousandOperations() {
    collector = CollectorKind.G1;
    for (int i = 0; i < 6; i++) collection(i, Generation.YOUNG, "G1 Evacuation Pause", 10 * i, 1);
    collection(6, Generation.OLD, "G1 Evacuation Pause", 100, 1);
    collection(7, Generation.FULL, "G1 Compaction Pause", 200, 1);
    LoadFigures figures = figures();
    assertThat(value(figures, PauseMetrics.YOUNG_COLLECTIONS)).isEqualTo(3);
    assertThat(value(figures, PauseMetrics.OLD_COLLECTIONS)).isEqualTo(1);
    assertThat(value(figures, PauseMetrics.FULL_COLLECTIONS)).isEqualTo(1);
  }

  @Test
  void aCollectorWithoutGenerationsHasNoYoungCollections() {
    collector = CollectorKind.UNDIVIDED_ZGC;
    collection(1, Generation.UNDIVIDED, "Allocation Rate", 10, 1);
    LoadFigures figures = figures();
    assertThat(reason(figures, PauseMetrics.YOUNG_COLLECTIONS)).contains("has no generations");
    assertThat(reason(figures, PauseMetrics.PROMOTED_BYTES)).contains("has no generations");
    assertThat(value(figures, PauseMetrics.OLD_COLLECTIONS)).isEqualTo(0.5);
  }

  @Test
  void whatYoungCollectionsPromoteIsGivenForEachOperation() {
    collection(1, Generation.YOUNG, "Allocation Failure", 10, 1);
    collection(2, Generation.FULL, "Ergonomics", 20, 1);
    collection(3, Generation.YOUNG, "Allocation Failure", 2000, 1);
    promoted.putAll(Map.of(1L, 6000L, 2L, -50_000L, 3L, 8000L));
    assertThat(value(figures(), PauseMetrics.PROMOTED_BYTES)).isEqualTo(3);
  }

  @Test
  void serialPromotesWhatItsOldGenerationGrewBy() {
    collector = CollectorKind.SERIAL;
    assertThat(reason(figures(), PauseMetrics.PROMOTED_BYTES)).contains("notification");
    tenured = Optional.of(10_000L);
    assertThat(value(figures(), PauseMetrics.PROMOTED_BYTES)).isEqualTo(5);
  }

  @Test
  void whatZgcPromotesIsUnsupported() {
    collector = CollectorKind.ZGC;
    assertThat(reason(figures(), PauseMetrics.PROMOTED_BYTES))
        .isEqualTo("unsupported: this collector's events do not tell how much it promotes");
  }

  /** The collector's threads use 20 ms, of a process that uses 1,600. */
  @ParameterizedTest
  @EnumSource(names = {"SERIAL", "PARALLEL"})
  void whereTheScriptStandsStillTheHeapFallsByWhatIsFreed(CollectorKind kind) {
    collector = kind;
    collection(1, Generation.YOUNG, "Allocation Failure", 10, 5);
    used(1, true, 10, 300);
    used(1, false, 15, 100);
    used(2, true, 1200, 300);
    used(2, false, 1201, 100);
    LoadFigures figures = figures();
    assertThat(value(figures, PauseMetrics.FREED_PER_MILLISECOND)).isEqualTo(10_000_000);
    assertThat(value(figures, PauseMetrics.PEAK_HEAP)).isEqualTo(300_000_000);
    assertThat(value(figures, PauseMetrics.COLLECTOR_CPU)).isEqualTo(1.25);
    assertThat(value(figures, Metrics.CPU_PER_WALL)).isEqualTo(1.6);
  }

  /** 900 MB are allocated, and 100 MB more are in use at the end. */
  @Test
  void whereTheScriptRunsOnFreedIsWhatWasAllocatedAndIsGone() {
    collector = CollectorKind.ZGC;
    collection(1, Generation.YOUNG, "Allocation Rate", 10, 5);
    used(1, true, 10, 300);
    used(1, false, 15, 400);
    assertThat(value(figures(), PauseMetrics.FREED_PER_MILLISECOND)).isEqualTo(40_000_000);
    allocatedByAll = Optional.empty();
    assertThat(reason(figures(), PauseMetrics.FREED_PER_MILLISECOND)).contains("allocated");
    assertThat(reason(figures(), PauseMetrics.TOTAL_ALLOCATION_RATE)).contains("JDK 21");
  }

  /** A concurrent cycle began at 300 MB, with a young collection from 320 to 200 MB within it. */
  @Test
  void ofG1WhatAConcurrentCycleFreesIsCountedToo() {
    collector = CollectorKind.G1;
    collection(1, Generation.YOUNG, "G1 Evacuation Pause", 10, 5);
    used(2, true, 5, 300);
    used(1, true, 10, 320);
    used(1, false, 15, 200);
    used(2, false, 20, 100);
    assertThat(value(figures(), PauseMetrics.FREED_PER_MILLISECOND)).isEqualTo(40_000_000);
    allocatedByAll = Optional.empty();
    assertThat(value(figures(), PauseMetrics.FREED_PER_MILLISECOND)).isEqualTo(6_000_000);
  }

  @Test
  void aSystemThatDoesNotCountThreadsGivesNoShareAndNoEfficiency() {
    collection(1, Generation.YOUNG, "Allocation Failure", 10, 5);
    countsThreads = false;
    assertThat(reason(figures(), PauseMetrics.COLLECTOR_CPU)).contains("single threads");
    assertThat(reason(figures(), PauseMetrics.FREED_PER_MILLISECOND)).startsWith("unsupported: ");
  }

  @Test
  void theTimeToStopIsThatOfThePausesOwnSafepoint() {
    safepoints.add(new Span(0, 30 * MILLISECOND)); // of something else
    safepoints.add(new Span(90 * MILLISECOND, 2 * MILLISECOND));
    safepoints.add(new Span(300 * MILLISECOND, 40 * MILLISECOND));
    collection(1, Generation.YOUNG, "Allocation Failure", 93, 5);
    assertThat(value(figures(), PauseMetrics.SAFEPOINT_LONGEST)).isEqualTo(2);
  }

  @Test
  void phasesThatOverlapCountOnceAndOnlyWithinTheWindow() {
    concurrent.add(new Span(-50 * MILLISECOND, 100 * MILLISECOND));
    concurrent.add(new Span(20 * MILLISECOND, 60 * MILLISECOND));
    concurrent.add(new Span(30 * MILLISECOND, 10 * MILLISECOND));
    concurrent.add(new Span(950 * MILLISECOND, 500 * MILLISECOND));
    assertThat(value(figures(), PauseMetrics.CONCURRENT_SHARE)).isCloseTo(13, within(1e-9));
  }

  @Test
  void onlyTheScriptsOwnThreadIsSaidToStall() {
    stalls.add(new Stall(GUEST, new Span(100 * MILLISECOND, 20 * MILLISECOND)));
    stalls.add(new Stall(GUEST + 1, new Span(200 * MILLISECOND, 500 * MILLISECOND)));
    assertThat(value(figures(), PauseMetrics.STALLED_SHARE)).isCloseTo(2, within(1e-9));
  }

  @Test
  void aLoadThatCollectsNothingHasCountsOfNothingAndNoEfficiency() {
    LoadFigures figures = figures();
    assertThat(value(figures, PauseMetrics.PAUSES)).isZero();
    assertThat(value(figures, PauseMetrics.PAUSE_LONGEST)).isZero();
    assertThat(reason(figures, PauseMetrics.FREED_PER_MILLISECOND))
        .isEqualTo("nothing was collected");
    assertThat(reason(figures, PauseMetrics.PEAK_HEAP)).isEqualTo("nothing was collected");
    assertThat(value(figures, PauseMetrics.THROUGHPUT)).isEqualTo(2500);
    assertThat(value(figures, PauseMetrics.ALLOCATION_RATE)).isEqualTo(800_000_000);
  }

  @Test
  void aRecordingWithGapsGivesNoPauses() {
    collection(1, Generation.YOUNG, "Allocation Failure", 10, 5);
    lost = true;
    LoadFigures figures = figures();
    assertThat(figures.samples()).isEmpty();
    for (Metric metric :
        List.of(PauseMetrics.PAUSES, PauseMetrics.SAFEPOINT_LONGEST, PauseMetrics.PEAK_HEAP))
      assertThat(reason(figures, metric)).contains("lost events");
  }

  private void collection(
      long id, Generation generation, String cause, long atMillis, long millis) {
    Span span = new Span(atMillis * MILLISECOND, millis * MILLISECOND);
    collections.add(new Collection(id, generation, cause, span));
    pauses.add(new Pause(id, span));
  }

  private void used(long id, boolean before, long atMillis, long megabytes) {
    heap.add(new HeapUse(id, before, atMillis * MILLISECOND, megabytes * 1_000_000));
  }

  private LoadFigures figures() {
    Load load =
        new Load(
            collector,
            new CollectorEvents(
                SECOND, collections, pauses, heap, promoted, safepoints, concurrent, stalls, lost),
            counters(0, 100_000_000, 0, 5),
            counters(800_000_000, 200_000_000, 1600, 25),
            tenured,
            GUEST);
    return LoadSums.of(load, 2000, 800 * MILLISECOND);
  }

  private Counters counters(long guestBytes, long usedBytes, long cpuMillis, long collectorMillis) {
    return new Counters(
        guestBytes,
        guestBytes == 0 ? allocatedByAll.map(any -> 0L) : allocatedByAll,
        cpuMillis * MILLISECOND,
        countsThreads ? Optional.of(Map.of("12", collectorMillis * MILLISECOND)) : Optional.empty(),
        usedBytes);
  }

  private static double value(LoadFigures figures, Metric metric) {
    return figures.measures().stream()
        .filter(measure -> measure.metric().equals(metric))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError(metric + " is not among " + figures.measures()));
  }

  private static String reason(LoadFigures figures, Metric metric) {
    return figures.absent().stream()
        .filter(each -> each.metric().equals(metric))
        .map(Absent::reason)
        .findFirst()
        .orElseThrow(() -> new AssertionError(metric + " is not among " + figures.absent()));
  }
}
