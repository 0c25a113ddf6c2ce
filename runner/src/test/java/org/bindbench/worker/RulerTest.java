package org.bindbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class RulerTest {
  private static final Completed FIGURES =
      new Completed(List.of(new Measure(Metrics.ANSWER, 7)), List.of(), List.of());

  private long now;

  @Test
  void theReadingIsTheMedianOfSevenCallsOnceThreeInARowWereAlike() {
    Ruler ruler = ruler(900, 400, 100, 101, 99, 100, /* read: */ 100, 180, 90, 104, 95, 700, 102);
    assertThat(ruler.nanos()).isEqualTo(102);
  }

  @Test
  void eachReadingIsOfItsOwnMoment() {
    Ruler ruler = ruler(LongStream.range(0, 22).map(call -> call < 11 ? 50 : 60).toArray());
    assertThat(ruler.nanos()).isEqualTo(50);
    assertThat(ruler.nanos()).isEqualTo(60);
  }

  @Test
  void aMachineThatNeverComesToRestIsReadAllTheSame() {
    long[] restless = LongStream.range(0, 100).map(i -> i % 2 == 0 ? 100 : 200).toArray();
    assertThat(ruler(restless).nanos()).isIn(100L, 200L);
  }

  @Test
  void theReadingStandsBesideTheMeasures() {
    assertThat(ruler(LongStream.generate(() -> 42).limit(40).toArray()).after(FIGURES))
        .isEqualTo(FIGURES.with(new Measure(Metrics.RULER, 42)));
  }

  @Test
  void aClockThatDoesNotMoveGivesAReasonAndNoFigure() {
    TrialOutcome outcome = ruler(new long[40]).after(FIGURES);
    assertThat(outcome).isInstanceOf(Completed.class);
    assertThat(((Completed) outcome).measures()).isEqualTo(FIGURES.measures());
    assertThat(((Completed) outcome).absent())
        .singleElement()
        .satisfies(absent -> assertThat(absent.metric()).isEqualTo(Metrics.RULER))
        .satisfies(absent -> assertThat(absent.reason()).contains("did not move"));
  }

  @Test
  void anOutcomeWithoutFiguresIsLeftAsItIs() {
    TrialOutcome wrong = new TrialOutcome.WrongAnswer("7 and 8");
    assertThat(ruler().after(wrong)).isSameAs(wrong);
  }

  @Test
  void theWorkIsDoneAnewInEachCall() {
    Deque<Long> seeds = new ArrayDeque<>();
    LongUnaryOperator work =
        seed -> {
          seeds.add(seed);
          now += 10;
          return seed + 1;
        };
    new Ruler(() -> now, work).nanos();
    assertThat(seeds).hasSizeGreaterThan(7).doesNotHaveDuplicates();
  }

  @Test
  void theRealLoopTakesTimeOnThisMachine() {
    assertThat(new Ruler(System::nanoTime).nanos()).isBetween(100_000L, 1_000_000_000L);
  }

  /** A ruler whose calls take so long, one after the other. */
  private Ruler ruler(long... nanos) {
    Deque<Long> left = new ArrayDeque<>();
    LongStream.of(nanos).forEach(left::add);
    return new Ruler(
        () -> now,
        seed -> {
          now += left.remove();
          return seed;
        });
  }
}
