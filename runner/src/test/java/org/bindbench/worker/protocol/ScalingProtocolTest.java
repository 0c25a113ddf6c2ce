package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.JvmMeter;
import org.junit.jupiter.api.Test;

/** On a clock and a heap of its own, so that time and memory are what the test says. */
class ScalingProtocolTest {
  private static final CaseDeclaration DECLARATION = Bench.declaration("scaling", 1);

  private static final long EMPTY_BYTES = 20 << 20;

  private long now;
  private long calls;

  @Test
  void timeAndMemoryThatFollowTheSizePass() {
    RunAnalysis run = Bench.analysed(DECLARATION, measured(n -> 1000 * n, n -> 1000 * n));
    assertThat(run.checks()).extracting(RangeCheck::grade).containsExactly(Grade.GOOD, Grade.GOOD);
    for (Metric exponent : List.of(Metrics.TIME_EXPONENT, Metrics.MEMORY_EXPONENT))
      assertThat(run.results().get(0).summary(exponent.id()).orElseThrow().value())
          .isCloseTo(1, within(1e-9));
  }

  @Test
  void theBytesOfASizeAreThoseOfOneResultHoweverManyWereKept() {
    Completed done = (Completed) measured(n -> 1000 * n, n -> 1000 * n);
    assertThat(done.samples().stream().filter(each -> each.metric().equals("size_bytes")))
        .hasSize(6)
        .allSatisfy(each -> assertThat(each.value()).isEqualTo(1000 * each.operations()));
  }

  @Test
  void timeThatGrowsQuadraticallyFailsAloneWhereMemoryDoesNot() {
    RunAnalysis run = Bench.analysed(DECLARATION, measured(n -> n * n, n -> 1000 * n));
    assertThat(run.checks()).extracting(RangeCheck::grade).containsExactly(Grade.BAD, Grade.GOOD);
  }

  @Test
  void memoryThatGrowsQuadraticallyFailsAloneWhereTimeDoesNot() {
    RunAnalysis run = Bench.analysed(DECLARATION, measured(n -> 1000 * n, n -> 2 * n * n));
    assertThat(run.checks()).extracting(RangeCheck::grade).containsExactly(Grade.GOOD, Grade.BAD);
  }

  @Test
  void smallSizesAreTimedMoreOftenAndEverySizeIsWeighed() {
    Completed done = (Completed) measured(n -> 50_000 * n, n -> 1000 * n);
    assertThat(timed(done, 20)).isEqualTo(50);
    assertThat(timed(done, 243)).isEqualTo(9); // 12 ms each, until 100 ms
    assertThat(timed(done, 1_280)).isEqualTo(5);
    assertThat(done.samples().stream().filter(each -> each.metric().equals("size_bytes")))
        .extracting(Sample::operations)
        .containsExactly(20L, 46L, 105L, 243L, 557L, 1_280L);
  }

  @Test
  void callsOfTheWarmUpAreNotAmongTheReadings() {
    Completed done = (Completed) measured(n -> 50_000 * n, n -> 1000 * n);
    long readings = done.samples().stream().filter(each -> each.value() > 0).count() - 6;
    assertThat(calls).isGreaterThan(readings);
  }

  private static long timed(Completed done, long size) {
    return done.samples().stream()
        .filter(each -> each.metric().equals(Metrics.SIZE_NANOS.id()) && each.operations() == size)
        .count();
  }

  private TrialOutcome measured(LongToDoubleFunction nanos, LongToDoubleFunction bytes) {
    List<Object> kept = new ArrayList<>();
    ScriptedHeap heap =
        new ScriptedHeap(() -> EMPTY_BYTES + kept.stream().mapToLong(each -> (Long) each).sum());
    ScriptedCase only =
        new ScriptedCase(
            n -> {
              calls++;
              now += (long) nanos.applyAsDouble(n);
              return (long) bytes.applyAsDouble(n);
            },
            Map.of(),
            () -> {},
            kept);
    return Bench.measure(
        new ScalingProtocol(),
        DECLARATION,
        new ScriptedGuest(only, () -> {}),
        new JvmMeter(heap),
        () -> now,
        count -> List.of());
  }
}
