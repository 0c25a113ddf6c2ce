package org.bindbench.worker.protocol.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.stress.Ladders;
import org.bindbench.analysis.stress.Step;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.protocol.Bench;
import org.bindbench.worker.protocol.NoGuest;
import org.bindbench.worker.protocol.ScriptedCase;
import org.bindbench.worker.protocol.ScriptedGuest;
import org.bindbench.worker.protocol.ScriptedHeap;
import org.bindbench.worker.protocol.ScriptedView;
import org.junit.jupiter.api.Test;

class PoolProtocolTest {
  private static final int GUESTS = 3;
  private static final CaseDeclaration DECLARATION = Bench.declaration("pool", GUESTS);
  private static final long EMPTY_BYTES = 20L << 20;
  private static final long GUEST_BYTES = 3L << 20;

  private final ScriptedView view = new ScriptedView();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicLong now = new AtomicLong();
  private final Map<Integer, Set<Thread>> threads =
      Collections.synchronizedMap(new java.util.HashMap<>());

  @Test
  void everyNumberOfTasksIsServedAndAnsweredRightly() {
    CaseResult row = row((guest, n) -> n);
    assertThat(Ladders.of(row).steps()).extracting(Step::size).containsExactly(10L, 25L, 50L, 100L);
    assertThat(Ladders.of(row).steps()).allSatisfy(step -> assertThat(step.right()).isEqualTo(100));
    assertThat(value(row, StressMetrics.TASKS_RIGHT.id())).isEqualTo(100);
    assertThat(value(row, StressMetrics.TASK_THROUGHPUT.id())).isPositive();
  }

  @Test
  void theHeapOfAGuestIsItsShareOfWhatThePoolAdded() {
    assertThat(value(row((guest, n) -> n), StressMetrics.GUEST_BYTES.id())).isEqualTo(GUEST_BYTES);
  }

  @Test
  void aGuestIsCalledByOneThreadOfThePoolAlone() {
    row((guest, n) -> n);
    assertThat(threads).hasSize(GUESTS);
    assertThat(threads.values()).allSatisfy(each -> assertThat(each).hasSize(1));
    assertThat(threads.values().stream().flatMap(Set::stream).distinct()).hasSize(GUESTS);
    assertThat(closed).hasValue(GUESTS);
  }

  @Test
  void tasksThatAreAnsweredWronglyAreCountedAndTheirStepsDoNotPass() {
    AtomicInteger tasks = new AtomicInteger();
    CaseResult row = row((guest, n) -> isInPool() && tasks.incrementAndGet() % 10 == 0 ? n + 1 : n);
    assertThat(value(row, StressMetrics.TASKS_RIGHT.id())).isLessThan(100);
    assertThat(value(row, StressMetrics.STABILITY.id())).isLessThan(100);
  }

  @Test
  void aTaskThatFailsIsCountedAndTheOthersGoOn() {
    AtomicInteger tasks = new AtomicInteger();
    CaseResult row =
        row(
            (guest, n) -> {
              if (isInPool() && tasks.incrementAndGet() % 10 == 0)
                throw new GuestException(GuestException.Kind.ERROR, "no", "", "");
              return n;
            });
    assertThat(value(row, StressMetrics.TASKS_RIGHT.id())).isBetween(80.0, 95.0);
  }

  @Test
  void whatTheSystemDoesNotTellOfTheProcessIsAbsentAndNotZero() {
    assertThat(row((guest, n) -> n).missing(StressMetrics.PEAK_PROCESS.id()))
        .startsWith("unsupported");
    view.peakResidentBytes = OptionalLong.of(123);
    assertThat(value(row((guest, n) -> n), StressMetrics.PEAK_PROCESS.id())).isEqualTo(123);
  }

  private static boolean isInPool() {
    return Thread.currentThread().getName().startsWith("pool-");
  }

  private static double value(CaseResult row, String metric) {
    return row.summary(metric).orElseThrow().value();
  }

  private interface Answer {
    double of(int guest, long operations);
  }

  private CaseResult row(Answer answer) {
    open.set(0);
    return Bench.row(
        DECLARATION,
        Bench.measure(
            new PoolProtocol(view),
            DECLARATION,
            new NoGuest(),
            new JvmMeter(new ScriptedHeap(() -> EMPTY_BYTES + GUEST_BYTES * open.get())),
            now::get,
            count -> guests(count, answer)));
  }

  private List<Guest> guests(int count, Answer answer) {
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int guest = i;
      LongFunction<Object> run =
          n -> {
            if (isInPool())
              threads
                  .computeIfAbsent(guest, any -> Collections.synchronizedSet(new HashSet<>()))
                  .add(Thread.currentThread());
            now.addAndGet(1_000_000);
            return answer.of(guest, n);
          };
      open.incrementAndGet();
      guests.add(
          new ScriptedGuest(new ScriptedCase(run, Map.of(), () -> {}), closed::incrementAndGet));
    }
    return guests;
  }
}
