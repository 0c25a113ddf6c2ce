package org.bindbench.analysis.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.model.metric.StepEnd;
import org.bindbench.model.metric.StressMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {
  @ParameterizedTest
  @CsvSource({
    "10, 10, 100, 100", // all passed at full speed
    "10, 10,  50,  75",
    " 5, 10, 100,  75",
    " 5, 10,  50,  50",
    "10, 10, 140, 100", // faster at the end is not better than stable
    " 0, 10, NaN,   0"
  })
  void theScoreIsTheMeanOfStepsPassedAndSpeedKept(int passed, int planned, double kept, double s) {
    assertThat(Stability.score(passed, planned, kept)).isEqualTo(s);
  }

  @Test
  void theScoreFallsNeitherBelow0NorRisesAbove100AndGrowsWithEachShare() {
    for (int passed = 0; passed <= 10; passed++)
      for (int kept = 0; kept <= 200; kept += 10) {
        double score = Stability.score(passed, 10, kept);
        assertThat(score).isBetween(0.0, 100.0);
        if (passed > 0)
          assertThat(score).isGreaterThanOrEqualTo(Stability.score(passed - 1, 10, kept));
      }
  }

  @Test
  void moreStepsThanPlannedCannotHavePassed() {
    assertThatThrownBy(() -> Stability.score(3, 2, 100)).hasMessageContaining("3 of 2");
  }

  @Test
  void readingsBecomeStepsInTheOrderOfTheirSize() {
    List<Sample> samples = new ArrayList<>();
    samples.addAll(step(30, StepEnd.OUT_OF_MEMORY, Double.NaN));
    samples.addAll(step(10, StepEnd.PASSED, 200));
    samples.addAll(step(20, StepEnd.PASSED, 100));
    Ladder ladder = Ladder.of(samples);
    assertThat(ladder.steps()).extracting(Step::size).containsExactly(10L, 20L, 30L);
    assertThat(ladder.reached().orElseThrow().size()).isEqualTo(20);
    assertThat(ladder.failed().orElseThrow().size()).isEqualTo(30);
    assertThat(ladder.keptPercent()).isEqualTo(50);
    assertThat(ladder.stability()).isCloseTo((200.0 / 3 + 50) / 2, within(1e-9));
  }

  @Test
  void aStepThatPassesBehindOneThatFailedIsNotReached() {
    Ladder ladder =
        ladder(
            step(10, StepEnd.PASSED, 9), step(20, StepEnd.WRONG, 9), step(30, StepEnd.PASSED, 9));
    assertThat(ladder.reached().orElseThrow().size()).isEqualTo(10);
    assertThat(ladder.passed()).hasSize(2);
  }

  @Test
  void theLastStepThatKeepsAShareIsTheOneBeforeSpeedFirstFallsBelowIt() {
    Ladder ladder =
        ladder(
            step(10, StepEnd.PASSED, 100),
            step(20, StepEnd.PASSED, 60),
            step(30, StepEnd.PASSED, 40),
            step(40, StepEnd.PASSED, 70));
    assertThat(ladder.keeping(0.5).orElseThrow().size()).isEqualTo(20);
    assertThat(ladder.keeping(0.1).orElseThrow().size()).isEqualTo(40);
  }

  @Test
  void stepsThatWereStillWarmingUpAreNotWhatOthersAreHeldAgainst() {
    Ladder ladder =
        ladder(
            step(10, StepEnd.PASSED, 20),
            step(20, StepEnd.PASSED, 100),
            step(30, StepEnd.PASSED, 60),
            step(40, StepEnd.PASSED, 25));
    assertThat(ladder.keptPercent()).isEqualTo(25);
    assertThat(ladder.keeping(0.5).orElseThrow().size()).isEqualTo(30);
  }

  @Test
  void overForksEachFigureIsAMedianAndTheWorstEndCounts() {
    Ladder middle =
        Ladder.middle(
            List.of(
                ladder(step(10, StepEnd.PASSED, 1), step(20, StepEnd.PASSED, 7)),
                ladder(step(10, StepEnd.PASSED, 5), step(20, StepEnd.OUT_OF_MEMORY, Double.NaN)),
                ladder(step(10, StepEnd.PASSED, 3), step(20, StepEnd.PASSED, 9))));
    assertThat(middle.steps().get(0).throughput()).isEqualTo(3);
    assertThat(middle.steps().get(1).throughput()).isEqualTo(8);
    assertThat(middle.steps().get(1).end()).isEqualTo(StepEnd.OUT_OF_MEMORY);
  }

  @Test
  void readingsOfAnotherKindGiveNoSteps() {
    Ladder none = Ladder.of(List.of(new Sample("elapsed_nanos", Phase.MEASURED, 0, 1000, 5)));
    assertThat(none.steps()).isEmpty();
    assertThat(none.stability()).isNaN();
    assertThat(none.keptPercent()).isNaN();
    assertThat(none.keeping(0.5)).isEmpty();
  }

  @Test
  void anEndThatNoCodeStandsForIsRefused() {
    assertThatThrownBy(() -> StepEnd.of(9)).hasMessageContaining("9");
    for (StepEnd each : StepEnd.values()) assertThat(StepEnd.of(each.code())).isSameAs(each);
  }

  /** The readings of one step; no throughput where that is NaN. */
  static List<Sample> step(long size, StepEnd end, double throughput) {
    List<Sample> samples = new ArrayList<>();
    samples.add(sample(StressMetrics.STEP_END.id(), size, end.code()));
    if (Double.isNaN(throughput)) return samples;
    samples.add(sample(StressMetrics.STEP_THROUGHPUT.id(), size, throughput));
    samples.add(sample(StressMetrics.STEP_COLLECTING.id(), size, size / 2.0));
    samples.add(sample(StressMetrics.STEP_LIVE_BYTES.id(), size, size * 1e6));
    return samples;
  }

  private static Sample sample(String metric, long size, double value) {
    return new Sample(metric, Phase.MEASURED, 0, size, value);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // a JDK 17 warns of safe ones too
  private static Ladder ladder(List<Sample>... steps) {
    return Ladder.of(Stream.of(steps).flatMap(List::stream).collect(Collectors.toList()));
  }
}
