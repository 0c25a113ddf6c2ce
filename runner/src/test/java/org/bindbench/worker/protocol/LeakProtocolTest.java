package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.engine.GuestException;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.protocol.leak.LeakProtocol;
import org.junit.jupiter.api.Test;

/** The leak protocol on a heap that a test writes down. */
class LeakProtocolTest {
  private static final int CYCLES = LeakCycles.FEWEST;
  private static final long EMPTY_BYTES = 20 << 20;
  private static final int GUEST_BYTES = 3 << 20;
  private static final int STEP_BYTES = 1 << 16;
  private static final CaseDeclaration DECLARATION = Bench.declaration(LeakMetrics.PROTOCOL, 1);

  private long keptInCase;
  private long keptInGuest;
  private long keptOutside;
  private long guestBytes;
  private int released;
  private int closed;
  private int collections;

  /** What a real guest holds goes with it; the heap of the test has to be told. */
  private final List<Object> returned = new ArrayList<>();

  @Test
  void everyCycleHasItsReadingAndIsReleased() {
    Completed done = measured(() -> keptInCase += STEP_BYTES);
    List<Sample> readings =
        done.samples().stream()
            .filter(sample -> sample.metric().equals(Metrics.CYCLE_LIVE_BYTES.id()))
            .toList();

    assertThat(readings).hasSize(CYCLES);
    assertThat(readings).allMatch(sample -> sample.operations() == 1_000);
    assertThat(readings.get(1).value() - readings.get(0).value()).isEqualTo(STEP_BYTES);
    assertThat(released).isEqualTo(CYCLES);
    assertThat(closed).isEqualTo(1);
  }

  @Test
  void aReadingCountsOnceTheHeapStoodStillTwice() {
    measured(() -> {});

    // before the guest, before the first cycle, without the case, closed; after each cycle, where
    // the heap is as it was before
    assertThat(collections).isEqualTo(3 * 4 + 2 * CYCLES);
  }

  @Test
  void aHeapThatACycleMovedMustStandStillTwiceByItself() {
    measured(() -> keptInCase += STEP_BYTES);

    assertThat(collections).isEqualTo(3 * 4 + 3 * CYCLES);
  }

  @Test
  void growthIsDividedAmongThoseWhoKeptIt() {
    Completed done =
        measured(
            () -> {
              keptInGuest += 2 * STEP_BYTES;
              keptOutside += STEP_BYTES;
            });

    assertThat(value(done, Metrics.GROWTH_TOTAL)).isEqualTo(3.0 * CYCLES * STEP_BYTES);
    assertThat(value(done, LeakMetrics.KEPT_BY_CASE)).isZero();
    assertThat(value(done, LeakMetrics.KEPT_BY_GUEST)).isEqualTo(2.0 * CYCLES * STEP_BYTES);
    assertThat(value(done, LeakMetrics.KEPT_OUTSIDE)).isEqualTo(1.0 * CYCLES * STEP_BYTES);
  }

  @Test
  void theGuestIsClosedWhereTheScriptFails() {
    GuestException broken = new GuestException(GuestException.Kind.ERROR, "broken", "", "");

    assertThatThrownBy(
            () ->
                measured(
                    () -> {
                      throw broken;
                    }))
        .isSameAs(broken);
    assertThat(closed).isEqualTo(1);
  }

  private Completed measured(Runnable cycle) {
    ScriptedHeap heap =
        new ScriptedHeap(() -> EMPTY_BYTES + guestBytes + keptInCase + keptInGuest + keptOutside) {
          @Override
          public void gc() {
            collections++;
            super.gc();
          }
        };
    ScriptedCase only =
        new ScriptedCase(
            n -> {
              cycle.run();
              return n;
            },
            Map.of(),
            () -> released++,
            returned);
    ScriptedGuest guest =
        new ScriptedGuest(
            only,
            () -> {
              closed++;
              keptInGuest = 0;
              guestBytes = 0;
            });
    return (Completed)
        Bench.measure(
            new LeakProtocol(),
            DECLARATION,
            guest,
            new JvmMeter(heap),
            () -> 0,
            count -> {
              guestBytes = GUEST_BYTES;
              return List.of(guest);
            });
  }

  private static double value(Completed done, Metric metric) {
    return done.measures().stream()
        .filter(measure -> measure.metric().equals(metric))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow();
  }
}
