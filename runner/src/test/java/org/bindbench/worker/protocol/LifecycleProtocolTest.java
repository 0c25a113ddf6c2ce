package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summary;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.JvmMeter;
import org.junit.jupiter.api.Test;

class LifecycleProtocolTest {
  private static final int LEAK_BYTES = 1 << 20;
  private static final CaseDeclaration DECLARATION = Bench.declaration("lifecycle", 1);

  private static final long EMPTY_BYTES = 20 << 20;

  private long now;
  private int released;

  @Test
  void aPlantedLeakHasASlopeOfItsSizeAndALowerBoundAboveZero() {
    List<Integer> leaked = new ArrayList<>();
    List<Object> kept = new ArrayList<>();
    ScriptedHeap heap = new ScriptedHeap(() -> EMPTY_BYTES + bytes(kept) + bytes(leaked));
    Estimate growth =
        growth(
            measured(
                n -> {
                  leaked.add(LEAK_BYTES);
                  return LEAK_BYTES;
                },
                kept,
                new JvmMeter(heap)));
    assertThat(leaked).hasSize(Bench.SMALL.cycles());
    assertThat(growth.value()).isEqualTo(LEAK_BYTES);
    assertThat(growth.low()).isPositive();
  }

  @Test
  void objectsThatAreLetGoLeaveNoSlope() {
    assertThat(growth(measured(n -> LEAK_BYTES)).value()).isZero();
  }

  /**
   * On the real heap, the only one that readings kept by the protocol would show in. Other threads
   * of this JVM move it too, either way, which the median of several growths leaves out.
   */
  @Test
  void theHarnessItselfAddsNothingToACycle() {
    double[] growths =
        IntStream.range(0, 5)
            .mapToDouble(i -> growth(measured(n -> n, new ArrayList<>(), new JvmMeter())).value())
            .sorted()
            .toArray();
    assertThat(growths[2]).isLessThan(16);
  }

  @Test
  void everyCycleIsReleasedAndItsHeapAndTimeAreKept() {
    Completed done = (Completed) measured(n -> (int) n);
    assertThat(released).isEqualTo(Bench.SMALL.cycles());
    for (String metric : List.of(Metrics.CYCLE_LIVE_BYTES.id(), Metrics.RELEASE_TIME.id())) {
      List<Sample> readings =
          done.samples().stream().filter(sample -> sample.metric().equals(metric)).toList();
      assertThat(readings)
          .hasSize(Bench.SMALL.cycles())
          .allMatch(sample -> sample.value() > 0 && sample.operations() == 2_000);
    }
    Summary time = Bench.row(DECLARATION, done).summary(Metrics.RELEASE_TIME.id()).orElseThrow();
    assertThat(time.value()).isEqualTo(1); // two readings of the clock, one collection between
  }

  /** On a heap that holds the numbers of bytes that were made and are kept. */
  private TrialOutcome measured(LongFunction<Object> make) {
    List<Object> kept = new ArrayList<>();
    return measured(make, kept, new JvmMeter(new ScriptedHeap(() -> EMPTY_BYTES + bytes(kept))));
  }

  private TrialOutcome measured(LongFunction<Object> make, List<Object> kept, JvmMeter meter) {
    ScriptedCase only = new ScriptedCase(make, Map.of(), () -> released++, kept);
    return Bench.measure(
        new LifecycleProtocol(),
        DECLARATION,
        new ScriptedGuest(only, () -> {}),
        meter,
        () -> now += 1_000_000,
        count -> List.of());
  }

  private static long bytes(List<?> made) {
    return made.stream().mapToLong(each -> (Integer) each).sum();
  }

  private static Estimate growth(TrialOutcome outcome) {
    return Bench.row(DECLARATION, outcome)
        .summary(Metrics.GROWTH_PER_CYCLE.id())
        .flatMap(Summary::estimate)
        .orElseThrow();
  }
}
