package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summary;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Metrics;
import org.bindbench.model.Sample;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.junit.jupiter.api.Test;

class LifecycleProtocolTest {
  private static final int LEAK_BYTES = 1 << 20;
  private static final CaseDeclaration DECLARATION = Bench.declaration("lifecycle", 1);

  private int released;

  @Test
  void aPlantedLeakHasASlopeOfItsSizeAndALowerBoundAboveZero() {
    List<byte[]> leaked = new ArrayList<>();
    TrialOutcome outcome = measured(n -> leaked.add(new byte[LEAK_BYTES]));
    Estimate growth = growth(outcome);
    assertThat(leaked).hasSize(Bench.SMALL.cycles());
    assertThat(growth.value()).isBetween(0.8 * LEAK_BYTES, 1.2 * LEAK_BYTES);
    assertThat(growth.low()).isPositive();
  }

  @Test
  void objectsThatAreLetGoLeaveNoSlope() {
    Estimate growth = growth(measured(n -> new byte[LEAK_BYTES]));
    assertThat(growth.value()).isBetween(-0.1 * LEAK_BYTES, 0.1 * LEAK_BYTES);
  }

  @Test
  void theHarnessItselfAddsNothingToACycle() {
    assertThat(growth(measured(n -> n)).value()).isLessThan(16);
  }

  @Test
  void everyCycleIsReleasedAndItsHeapAndTimeAreKept() {
    Completed done = (Completed) measured(n -> new byte[(int) n]);
    assertThat(released).isEqualTo(Bench.SMALL.cycles());
    for (String metric : List.of(Metrics.CYCLE_LIVE_BYTES.id(), Metrics.RELEASE_TIME.id())) {
      List<Sample> readings =
          done.samples().stream().filter(sample -> sample.metric().equals(metric)).toList();
      assertThat(readings)
          .hasSize(Bench.SMALL.cycles())
          .allMatch(sample -> sample.value() > 0 && sample.operations() == 2_000);
    }
    Summary time = Bench.row(DECLARATION, done).summary(Metrics.RELEASE_TIME.id()).orElseThrow();
    assertThat(time.value()).isPositive();
  }

  private TrialOutcome measured(java.util.function.LongFunction<Object> make) {
    ScriptedCase only = new ScriptedCase(make, Map.of(), () -> released++);
    return Bench.measure(
        new LifecycleProtocol(),
        DECLARATION,
        new ScriptedGuest(only, () -> {}),
        System::nanoTime,
        count -> List.of());
  }

  private static Estimate growth(TrialOutcome outcome) {
    return Bench.row(DECLARATION, outcome)
        .summary(Metrics.GROWTH_PER_CYCLE.id())
        .flatMap(Summary::estimate)
        .orElseThrow();
  }
}
