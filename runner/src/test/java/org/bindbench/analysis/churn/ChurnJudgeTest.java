package org.bindbench.analysis.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.leak.Severity;
import org.bindbench.model.metric.ChurnReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChurnJudgeTest {
  private static final List<Double> STILL = series(60, guest -> 20);

  @ParameterizedTest
  @ValueSource(ints = {30, 60})
  void whatIsCountedAndStaysIsNoLeakWithAnExactZero(int guests) {
    ChurnJudge.Verdict verdict = threads(series(guests, guest -> 20));
    assertThat(verdict.verdict()).isEqualTo(ChurnVerdict.NO_LEAK);
    assertThat(verdict.perContext()).contains(new Estimate(0, 0, 0, 0.95));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60})
  void oneThreadPerGuestIsALeakOfExactlyOne(int guests) {
    ChurnJudge.Verdict verdict = threads(series(guests, guest -> 20 + guest));
    assertThat(verdict.verdict()).isEqualTo(ChurnVerdict.LEAK);
    assertThat(verdict.perContext()).contains(new Estimate(1, 1, 1, 0.95));
    assertThat(verdict.severity()).isEmpty();
  }

  /** LuaJ's threads of forgotten coroutines end some seconds later. */
  @Test
  void whatIsGoneSomeSecondsAfterTheLastGuestIsNoLeak() {
    ChurnJudge.Verdict rising = threads(series(60, guest -> 20 + guest));
    assertThat(rising.seenLater(20, 79, OptionalDouble.of(20)).verdict())
        .isEqualTo(ChurnVerdict.NO_LEAK);
    assertThat(rising.seenLater(20, 79, OptionalDouble.of(40)).verdict())
        .isEqualTo(ChurnVerdict.LEAK);
    assertThat(rising.seenLater(20, 79, OptionalDouble.empty()).verdict())
        .isEqualTo(ChurnVerdict.LEAK);
  }

  @ParameterizedTest
  @CsvSource({"30, 2", "30, 3", "60, 2", "60, 5", "60, 8"})
  void oneThreadInSomeGuestsIsALeakDespiteTheTies(int guests, int every) {
    ChurnJudge.Verdict verdict = threads(series(guests, guest -> 20 + guest / every));
    assertThat(verdict.verdict()).isEqualTo(ChurnVerdict.LEAK);
    assertThat(verdict.perContext().orElseThrow().low()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 25, 44, 58})
  void aSingleStepIsNoLeakWhereverItFalls(int at) {
    assertThat(threads(series(60, guest -> guest < at ? 20 : 21)).verdict())
        .isEqualTo(ChurnVerdict.NO_LEAK);
  }

  @Test
  void aSawtoothIsNoLeak() {
    assertThat(threads(series(60, guest -> 20 + guest % 7)).verdict())
        .isEqualTo(ChurnVerdict.NO_LEAK);
  }

  @Test
  void aPoolThatFillsIsSuspectedAtFirstAndThenIsNone() {
    assertThat(threads(series(30, guest -> 20 + Math.min(guest, 18))).verdict())
        .isEqualTo(ChurnVerdict.SUSPICION);
    assertThat(threads(series(60, guest -> 20 + Math.min(guest, 36))).verdict())
        .isEqualTo(ChurnVerdict.NO_LEAK);
  }

  @Test
  void threeTimesWhatTheControlDoesIsNone() {
    List<Double> control = series(60, guest -> 20 + guest / 2);
    assertThat(judge(ChurnReading.THREADS, series(60, guest -> 20 + guest), control).verdict())
        .isEqualTo(ChurnVerdict.NO_LEAK);
    assertThat(judge(ChurnReading.THREADS, series(60, guest -> 20 + 2 * guest), control).verdict())
        .isEqualTo(ChurnVerdict.LEAK);
  }

  @Test
  void aShiftChangesNothingAndAFactorScalesTheGrowth() {
    List<Double> some = series(60, guest -> 20 + guest / 2);
    ChurnJudge.Verdict verdict = threads(some);
    ChurnJudge.Verdict shifted = threads(some.stream().map(each -> each + 1000).toList());
    assertThat(shifted).isEqualTo(verdict);
    Estimate tripled =
        threads(some.stream().map(each -> each * 3).toList()).perContext().orElseThrow();
    assertThat(tripled.value())
        .isCloseTo(3 * verdict.perContext().orElseThrow().value(), within(1e-12));
  }

  @Test
  void shuffledReadingsAreNoLeak() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Double> shuffled = new ArrayList<>(series(60, guest -> 20 + guest / 4));
      Collections.shuffle(shuffled, random);
      assertThat(threads(shuffled).verdict()).isNotEqualTo(ChurnVerdict.LEAK);
    }
  }

  @Test
  void fewGuestsOrNoControlAreInconclusiveButHaveAGrowth() {
    ChurnJudge.Verdict few = threads(series(20, guest -> 20 + guest));
    assertThat(few.verdict()).isEqualTo(ChurnVerdict.INCONCLUSIVE);
    assertThat(few.reason()).isEqualTo("20 contexts, and a leak needs 30");
    assertThat(few.perContext()).contains(new Estimate(1, 1, 1, 0.95));
    assertThat(judge(ChurnReading.THREADS, STILL, List.of()).reason())
        .isEqualTo("there is no control, which opens nothing");
    assertThat(judge(ChurnReading.THREADS, STILL, series(12, guest -> 20)).reason())
        .isEqualTo("12 cycles of the control, and a leak needs 30");
    assertThat(threads(series(3, guest -> 20 + guest)).perContext()).isEmpty();
  }

  @Test
  void bytesAreJudgedByTheRuleForLeaksWithItsSeverity() {
    Random random = new Random(5);
    double megabyte = 1e6;
    List<Double> noise = series(60, guest -> 80 * megabyte + 20_000 * random.nextGaussian());
    List<Double> leaking = series(60, guest -> noise.get(guest) + 1.5 * megabyte * guest);
    ChurnJudge.Verdict leak = judge(ChurnReading.LIVE_HEAP, leaking, noise);
    assertThat(leak.verdict()).isEqualTo(ChurnVerdict.LEAK);
    assertThat(leak.severity()).contains(Severity.CRITICAL);
    Estimate growth = leak.perContext().orElseThrow();
    assertThat(1.5 * megabyte).isBetween(growth.low(), growth.high());
    assertThat(judge(ChurnReading.LIVE_HEAP, noise, noise).verdict())
        .isEqualTo(ChurnVerdict.NO_LEAK);
    ChurnJudge.Verdict early = judge(ChurnReading.LIVE_HEAP, leaking.subList(0, 30), noise);
    assertThat(early.verdict()).isEqualTo(ChurnVerdict.SUSPICION);
    assertThat(early.severity()).isEmpty();
    assertThat(early.reason()).contains("it takes 60 to tell a leak from what fills up");
  }

  private static ChurnJudge.Verdict threads(List<Double> values) {
    return judge(ChurnReading.THREADS, values, STILL);
  }

  private static ChurnJudge.Verdict judge(
      ChurnReading reading, List<Double> values, List<Double> control) {
    return ChurnJudge.judge(reading, values, control);
  }

  private static List<Double> series(int guests, IntToDoubleFunction value) {
    return IntStream.range(0, guests).mapToObj(value::applyAsDouble).toList();
  }
}
