package org.bindbench.analysis.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bindbench.analysis.leak.LeakFinding.Inconclusive;
import org.bindbench.analysis.leak.LeakFinding.Leak;
import org.bindbench.analysis.leak.LeakFinding.NoLeak;
import org.bindbench.analysis.leak.LeakFinding.Suspicion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakRuleTest {
  private static final Cycles STILL = line(30, 0, 1);

  @Test
  void growthIsPerCycleAndPerThousandOperations() {
    Leak leak = (Leak) LeakRule.judge(line(30, 10_000, 50), STILL);

    assertThat(leak.growth().perCycle().value()).isCloseTo(10_000, within(1e-6));
    assertThat(leak.growth().perThousand().value()).isCloseTo(200_000, within(1e-6));
    assertThat(leak.growth().perThousand().low())
        .isCloseTo(20 * leak.growth().perCycle().low(), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "100000, SLIGHT",
    "200000, MINOR",
    "1000000, MAJOR",
    "1700000, CRITICAL",
  })
  void severityIsByAllThatWasKept(double perCycle, Severity severity) {
    assertThat(((Leak) LeakRule.judge(line(30, perCycle, 1), STILL)).severity())
        .isEqualTo(severity);
  }

  @Test
  void sixtyFourBytesAnOperationAreNone() {
    assertThat(LeakRule.judge(line(30, 6_400, 100), STILL))
        .isInstanceOfSatisfying(
            NoLeak.class,
            none ->
                assertThat(none.reason())
                    .isEqualTo(
                        "it rises, by at least 6.25 KiB a cycle, which is not above the floor of"
                            + " 6.25 KiB"));
    assertThat(LeakRule.judge(line(30, 6_401, 100), STILL)).isInstanceOf(Leak.class);
  }

  @Test
  void threeTimesTheControlIsNone() {
    assertThat(LeakRule.judge(line(30, 30_000, 1), line(30, 10_000, 1))).isInstanceOf(NoLeak.class);
    assertThat(LeakRule.judge(line(30, 30_001, 1), line(30, 10_000, 1))).isInstanceOf(Leak.class);
  }

  @Test
  void aCacheThatFillsIsSuspectedAtFirst() {
    assertThat(LeakRule.judge(filling(30), STILL)).isInstanceOf(Suspicion.class);
    assertThat(LeakRule.judge(filling(60), line(60, 0, 1))).isInstanceOf(NoLeak.class);
  }

  @Test
  void whatStandsStillHasNoLeak() {
    assertThat(LeakRule.judge(line(30, 0, 1), STILL))
        .isInstanceOfSatisfying(
            NoLeak.class,
            none ->
                assertThat(none.reason()).isEqualTo("it does not rise steadily (Kendall's p 1.0)"));
  }

  @Test
  void fewCyclesAreNotJudged() {
    assertThat(LeakRule.judge(line(29, 1e6, 1), STILL))
        .isEqualTo(new Inconclusive("29 cycles, and a leak needs 30"));
    assertThat(LeakRule.judge(line(30, 1e6, 1), line(12, 0, 1)))
        .isEqualTo(new Inconclusive("12 cycles of the control, and a leak needs 30"));
  }

  @Test
  void theControlHasAsManyCycles() {
    assertThat(LeakRule.judge(line(60, 1e6, 1), STILL))
        .isEqualTo(new Inconclusive("60 cycles, and 30 of the control"));
  }

  @Test
  void aControlIsHeldAgainstTheBytesOfAnOperationAlone() {
    assertThat(LeakRule.judgeControl(line(30, 6_400, 100))).isInstanceOf(NoLeak.class);
    assertThat(LeakRule.judgeControl(line(30, 6_401, 100))).isInstanceOf(Leak.class);
  }

  @Test
  void theFloorAndWhatCouldHaveBeenSeenStandWithEveryFinding() {
    CycleGrowth still = ((NoLeak) LeakRule.judge(line(30, 0, 100), line(30, 10_000, 1))).growth();

    assertThat(still.floor()).isEqualTo(30_000);
    assertThat(still.detectable()).isEqualTo(30_000); // without noise all above the floor is seen
    assertThat(still.cycles()).isEqualTo(30);
    assertThat(still.leastTotal()).isZero();
  }

  @Test
  void noiseRaisesWhatCouldHaveBeenSeen() {
    double quiet = detectable(PlantedCycles.flat(30, new Random(3)));
    double shorter = detectable(PlantedCycles.flat(60, new Random(3)));

    assertThat(quiet).isGreaterThan(64 * 100);
    assertThat(shorter).isLessThan(quiet);
  }

  @Test
  void theTargetIsMissedByTheLowerBound() {
    assertThat(((Leak) LeakRule.judge(line(30, 999_000, 1000), STILL)).growth().missesTarget())
        .isFalse();
    assertThat(((Leak) LeakRule.judge(line(30, 1_001_000, 1000), STILL)).growth().missesTarget())
        .isTrue();
  }

  private static double detectable(Cycles cycles) {
    return LeakRule.judge(cycles, line(cycles.count(), 0, 1)).figures().orElseThrow().detectable();
  }

  @Test
  void theLevelOfTheHeapDoesNotMatter() {
    Cycles series = PlantedCycles.leak(30, 40_000, new Random(7));
    Cycles higher = new Cycles(series.liveBytes().stream().map(each -> each + 1e9).toList(), 100);

    Leak leak = (Leak) LeakRule.judge(series, STILL);
    Leak other = (Leak) LeakRule.judge(higher, STILL);

    assertThat(other.growth().perCycle().low())
        .isCloseTo(leak.growth().perCycle().low(), within(1e-3));
    assertThat(other.severity()).isEqualTo(leak.severity());
  }

  @Test
  void fallingMemoryIsNoLeak() {
    assertThat(LeakRule.judge(line(30, -50_000, 1), STILL)).isInstanceOf(NoLeak.class);
  }

  @Test
  void theFirstQuarterAndTheRestOfABlockAreLeftOut() {
    Cycles cycles = line(30, 1, 1);

    assertThat(cycles.settled().x()).startsWith(7.0).hasSize(23);
    assertThat(cycles.late().x()).startsWith(20.0).hasSize(10);
    assertThat(cycles.floors()).containsExactly(9.0, 12.0, 15.0, 18.0, 21.0, 24.0, 27.0);
  }

  @Test
  void cyclesAreFiniteAndHaveOperations() {
    assertThatThrownBy(() -> new Cycles(List.of(1.0, Double.NaN), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cycles(Collections.nCopies(30, 1.0), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Cycles line(int cycles, double perCycle, long operations) {
    return new Cycles(
        IntStream.range(0, cycles).mapToObj(cycle -> perCycle * cycle).toList(), operations);
  }

  private static Cycles filling(int cycles) {
    return new Cycles(
        IntStream.range(0, cycles)
            .mapToObj(cycle -> 1e7 * (1 - Math.pow(0.5, cycle / 6.0)))
            .toList(),
        1);
  }
}
