package org.bindbench.worker.protocol.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.protocol.Bench;
import org.bindbench.worker.protocol.NoGuest;
import org.bindbench.worker.protocol.ScriptedCase;
import org.bindbench.worker.protocol.ScriptedGuest;
import org.bindbench.worker.protocol.ScriptedHeap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConcurrentProtocolTest {
  private static final int GUESTS = 10;
  private static final long EMPTY_BYTES = 20 << 20;
  private static final int EACH = 3 * Bench.SMALL.concurrentOperations();

  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicLong counted = new AtomicLong();
  private long unsafe;

  @Test
  void aSafeCounterHasNoFaultsAndItsOperationsAreCounted() {
    Completed done =
        (Completed)
            measured(
                guest -> counting(() -> counted.incrementAndGet()),
                Map.of("check", () -> Math.abs(counted.get() - (long) GUESTS * EACH)));
    Map<String, Double> values = new HashMap<>();
    for (Measure measure : done.measures()) values.put(measure.metric().id(), measure.value());
    assertThat(values).containsEntry("faults", 0.0).containsEntry("exceptions", 0.0);
    assertThat(values.get(Metrics.THROUGHPUT.id())).isPositive();
    assertThat(closed).hasValue(2 * GUESTS); // a second set is opened to be weighed
  }

  @Test
  @Tag("fault-21")
  void lostUpdatesAreFoundAndCounted() {
    CyclicBarrier together = new CyclicBarrier(GUESTS);
    TrialOutcome outcome =
        measured(
            guest ->
                counting(
                    () -> {
                      long seen = unsafe;
                      await(together); // all have read before any of them writes
                      unsafe = seen + 1;
                      await(together);
                    }),
            Map.of("check", () -> (double) GUESTS * EACH - unsafe));
    assertThat(outcome).isInstanceOf(TrialOutcome.WrongAnswer.class);
    assertThat(outcome.reason())
        .isEqualTo("%1$d faults: %1$d in what the guests share".formatted((GUESTS - 1) * EACH));
  }

  @Test
  void allGuestsAreAtWorkAtOnceOnThreadsOfTheirOwn() {
    CyclicBarrier met = new CyclicBarrier(GUESTS);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    TrialOutcome outcome =
        measured(
            guest ->
                n -> {
                  await(met); // never passed unless all ten run at the same time
                  threads.add(Thread.currentThread());
                  return List.of();
                },
            Map.of("check", () -> 0));
    assertThat(outcome).isInstanceOf(Completed.class);
    assertThat(threads).hasSizeGreaterThanOrEqualTo(GUESTS).doesNotContain(Thread.currentThread());
  }

  @Test
  void aGuestOfItsOwnFaultsIsNamed() {
    AtomicInteger asked = new AtomicInteger();
    TrialOutcome outcome =
        measured(
            guest -> n -> List.of(),
            Map.of("check", () -> 0, "check_own", () -> asked.incrementAndGet() == 3 ? 2 : 0));
    assertThat(outcome.reason()).isEqualTo("2 faults: 2 in guest 3 of 10");
  }

  @Test
  void anExceptionInAGuestFailsTheTrialAndIsCounted() {
    TrialOutcome outcome =
        measured(
            guest ->
                n -> {
                  if (guest % 5 == 0)
                    throw new GuestException(
                        GuestException.Kind.ERROR, "on purpose", "suite.lua:7", "");
                  return List.of();
                },
            Map.of("check", () -> 0));
    assertThat(outcome).isInstanceOf(TrialOutcome.ScriptFailed.class);
    assertThat(outcome.reason()).isEqualTo("2 of 10 guests failed: on purpose");
    assertThat(((TrialOutcome.ScriptFailed) outcome).location()).isEqualTo("suite.lua:7");
    assertThat(closed).hasValue(GUESTS);
  }

  @Test
  void aCaseThatCannotTellItsFaultsIsUnsupported() {
    assertThat(measured(guest -> n -> List.of(), Map.of()))
        .isInstanceOf(TrialOutcome.Unsupported.class);
  }

  @Test
  void aCheckThatIsNoCountIsTheScriptsError() {
    for (double answer : new double[] {-1, 0.5, Double.POSITIVE_INFINITY})
      assertThatThrownBy(() -> measured(guest -> n -> List.of(), Map.of("check", () -> answer)))
          .isInstanceOf(GuestException.class)
          .hasMessageContaining("must return a count of faults");
  }

  /** On the real heap. */
  @Test
  void memoryThatGuestsLeaveBehindIsNotGivenBack() {
    List<byte[]> left = new ArrayList<>();
    List<byte[]> own = new ArrayList<>();
    IntFunction<List<Guest>> opener =
        count -> {
          own.add(new byte[32 << 20]);
          return List.of(
              new ScriptedGuest(
                  new ScriptedCase(
                      n -> left.add(new byte[4 << 20]), Map.of("check", () -> 0), () -> {}),
                  own::clear));
        };
    Completed done = (Completed) measured(1, new JvmMeter(), opener);
    assertThat(left).hasSize(2 * 3);
    assertThat(memoryBack(done)).isBetween(60.0, 85.0); // 32 of 44 MiB
  }

  @Test
  void whatIsSetUpOnceWithTheFirstGuestsIsNotMissedWhenTheyAreClosed() {
    List<Integer> setUpOnce = new ArrayList<>();
    List<Integer> own = new ArrayList<>();
    ScriptedHeap heap = new ScriptedHeap(() -> EMPTY_BYTES + bytes(setUpOnce) + bytes(own));
    Completed done =
        (Completed)
            measured(
                1,
                new JvmMeter(heap),
                count -> {
                  if (setUpOnce.isEmpty()) setUpOnce.add(16 << 20);
                  own.add(8 << 20);
                  return List.of(
                      new ScriptedGuest(
                          new ScriptedCase(n -> List.of(), Map.of("check", () -> 0), () -> {}),
                          own::clear));
                });
    assertThat(setUpOnce).hasSize(1);
    assertThat(memoryBack(done)).isEqualTo(100);
  }

  @Test
  void aSecondSetThatFailsCostsItsFigureAndNoVerdict() {
    AtomicInteger runs = new AtomicInteger();
    Completed done =
        (Completed)
            measured(
                guest ->
                    n -> {
                      if (runs.incrementAndGet() > 3 * GUESTS)
                        throw new GuestException(
                            GuestException.Kind.ERROR, "loaded before", "suite.lua:7", "");
                      return List.of();
                    },
                Map.of("check", () -> 0));
    assertThat(done.absent())
        .singleElement()
        .satisfies(
            absent -> {
              assertThat(absent.metric()).isEqualTo(Metrics.MEMORY_BACK);
              assertThat(absent.reason()).isEqualTo("a second set of guests failed: loaded before");
            });
    assertThat(closed).hasValue(2 * GUESTS);
  }

  private static long bytes(List<Integer> made) {
    return made.stream().mapToLong(Integer::longValue).sum();
  }

  private static double memoryBack(Completed done) {
    return done.measures().stream()
        .filter(each -> each.metric().equals(Metrics.MEMORY_BACK))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static java.util.function.LongFunction<Object> counting(Runnable step) {
    return n -> {
      for (long i = 0; i < n; i++) step.run();
      return List.of();
    };
  }

  private TrialOutcome measured(
      IntFunction<java.util.function.LongFunction<Object>> run,
      Map<String, DoubleSupplier> numbers) {
    return measured(
        GUESTS,
        new JvmMeter(new ScriptedHeap(() -> EMPTY_BYTES)),
        count -> {
          List<Guest> guests = new ArrayList<>();
          for (int i = 0; i < count; i++)
            guests.add(
                new ScriptedGuest(
                    new ScriptedCase(run.apply(i), numbers, () -> {}), closed::incrementAndGet));
          return guests;
        });
  }

  private static TrialOutcome measured(
      int guests, JvmMeter meter, IntFunction<List<Guest>> opener) {
    return Bench.measure(
        new ConcurrentProtocol(),
        Bench.declaration("concurrent", guests),
        new NoGuest(),
        meter,
        System::nanoTime,
        opener);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("a guest did not come", e);
    }
  }
}
