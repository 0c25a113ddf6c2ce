package org.bindbench.analysis.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntPredicate;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.Ending;
import org.bindbench.model.limits.LimitStep;
import org.bindbench.model.limits.LimitStep.Found;
import org.bindbench.model.limits.LimitStep.Try;
import org.bindbench.model.limits.LimitStep.Unsettled;
import org.bindbench.model.limits.Opening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectionTest {
  private static final Range HEAPS = new Range(true, 8, 2048, 2);
  private static final Range CONTEXTS = new Range(false, 1, 4096, 1);

  private final List<Attempt> tries = new ArrayList<>();

  /** From the start 96 by hand: halves to 48, then geometric means of the gap, then twice more. */
  @Test
  void aSearchForASmallestHeapHalvesTheGapAndConfirmsWhereItEnds() {
    LimitStep end = run(heaps(96), size -> size >= 70);
    assertThat(tries).extracting(Attempt::size).containsExactly(96, 48, 68, 80, 74, 70, 70, 70);
    assertThat(end).isEqualTo(new Found(70, OptionalInt.of(68)));
  }

  @Test
  void aSearchForTheMostContextsGoesTheOtherWay() {
    LimitStep end = run(contexts(24), size -> size <= 61);
    assertThat(tries).extracting(Attempt::size).startsWith(24, 48, 96);
    assertThat(end).isInstanceOf(Found.class);
    Found found = (Found) end;
    assertThat(found.size()).isLessThanOrEqualTo(61);
    assertThat(found.failed().getAsInt()).isBetween(62, (int) (found.size() * 1.05));
  }

  /** Three passes and three tries that found the place: the rest of the bisection is saved. */
  @Test
  void whatAFailedTryHeldOnItsWayIsTriedNext() {
    LimitStep end = runWithHeld(contexts(24), List.of(61, 61, 61, 61, 61, 61, 61));
    assertThat(tries).extracting(Attempt::size).containsExactly(24, 48, 62, 61, 61, 61);
    assertThat(end).isEqualTo(new Found(61, OptionalInt.of(62)));
  }

  @Test
  void whatItHeldOnceMustStillPassAsOftenAsAnyOther() {
    LimitStep end =
        runWithHeld(contexts(24), List.of(61, 61, 70, 69, 68, 61, 61, 68, 58, 60, 60, 60));
    assertThat(tries)
        .extracting(Attempt::size)
        .containsExactly(24, 48, 71, 70, 69, 62, 61, 61, 59, 58, 58, 58);
    assertThat(end).isEqualTo(new Found(58, OptionalInt.of(59)));
  }

  @Test
  void aFirstTryThatFailedIsFollowedByWhatItHeld() {
    tries.add(Attempt.failed(new Opening(9, 24), Ending.HEAP_EXHAUSTED));
    assertThat(contexts(24).next(tries)).isEqualTo(new Try(8));
    tries.add(Attempt.failed(new Opening(1, 8), Ending.HEAP_EXHAUSTED));
    assertThat(contexts(24).next(tries)).isInstanceOf(Unsettled.class);
  }

  @Test
  void everyHeapThatCanBeTheLimitIsFoundToTheStepFromEveryStart() {
    for (int start = 32; start <= 256; start += 14)
      for (int limit = 8; limit <= 2048; limit += 2) {
        int least = limit;
        LimitStep end = run(heaps(start), size -> size >= least);
        assertThat(end).as("limit %d from %d", limit, start).isInstanceOf(Found.class);
        assertWithinStep(HEAPS, (Found) end, limit);
        assertThat(tries).hasSizeLessThanOrEqualTo(fewEnough(start, limit));
      }
  }

  @Test
  void everyNumberOfContextsThatCanBeTheLimitIsFoundToTheStep() {
    for (int start : new int[] {17, 24, 34})
      for (int limit = 1; limit <= 4096; limit += limit < 100 ? 1 : 37) {
        int most = limit;
        LimitStep end = run(contexts(start), size -> size <= most);
        assertThat(end).as("limit %d from %d", limit, start).isInstanceOf(Found.class);
        assertWithinStep(CONTEXTS, (Found) end, limit);
        assertThat(tries).hasSizeLessThanOrEqualTo(fewEnough(start, limit));
      }
  }

  /** Doublings to the bracket and one beyond, five halvings of a gap of 2, and three passes. */
  private static int fewEnough(int start, int limit) {
    double doublings = Math.abs(Math.log((double) start / limit)) / Math.log(2);
    return (int) Math.ceil(doublings) + 2 + 5 + 3;
  }

  private static void assertWithinStep(Range range, Found found, int limit) {
    boolean passes = range.large() ? found.size() >= limit : found.size() <= limit;
    assertThat(passes).isTrue();
    if (found.failed().isEmpty()) {
      assertThat(found.size()).isEqualTo(range.hardest());
      return;
    }
    int failed = found.failed().getAsInt();
    assertThat(range.large() ? failed < limit : failed > limit).isTrue();
    int smaller = Math.min(failed, found.size());
    int gap = Math.abs(failed - found.size());
    assertThat(gap <= range.grain() || gap <= 0.05 * smaller).isTrue();
  }

  @Test
  void aSizeThatFailsWhenItIsTriedAgainHasFailed() {
    List<Boolean> at70 = new ArrayList<>(List.of(true, false));
    LimitStep end =
        run(heaps(96), size -> size == 70 && !at70.isEmpty() ? at70.remove(0) : size > 70);
    assertThat(end).isEqualTo(new Found(72, OptionalInt.of(70)));
  }

  @Test
  void aFailureAboveASizeThatPassedCountsAndThePassBelowDoesNot() {
    tries.addAll(List.of(passed(96), failed(48), passed(68), failed(72)));
    assertThat(heaps(96).next(tries)).isEqualTo(new Try(84));
    tries.addAll(List.of(failed(96)));
    assertThat(heaps(96).next(tries)).isEqualTo(new Try(192));
  }

  @Test
  void passesDoNotMakeUpForAFailureHoweverMany() {
    tries.addAll(List.of(passed(70), passed(70), passed(70), failed(70), passed(72), failed(68)));
    assertThat(heaps(96).next(tries)).isEqualTo(new Try(72));
    tries.addAll(List.of(passed(72), passed(72)));
    assertThat(heaps(96).next(tries)).isEqualTo(new Found(72, OptionalInt.of(70)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nearTheLimitChanceDecidesAndTheResultIsStillConfirmedAndWithinTheStep(long seed) {
    Random random = new Random(seed);
    int gaveUp = 0;
    for (int i = 0; i < 5000; i++) {
      double limit = 40 + 160 * random.nextDouble();
      double width = 0.03 * random.nextDouble() * limit;
      LimitStep end = run(heaps(96), size -> size > limit + width * random.nextGaussian());
      assertThat(tries).hasSizeLessThanOrEqualTo(24);
      if (end instanceof Unsettled) {
        gaveUp++;
        continue;
      }
      Found found = (Found) end;
      int size = found.size();
      assertThat(tries.stream().filter(each -> each.size() == size && each.passed())).hasSize(3);
      assertThat(tries.stream().filter(each -> each.size() == size)).hasSize(3);
      int failed = found.failed().getAsInt();
      assertThat(tries).contains(failed(failed));
      assertThat(size - failed).isLessThanOrEqualTo((int) Math.max(2, 0.05 * failed));
    }
    assertThat(gaveUp).isLessThan(50);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void outcomesWithoutAnyOrderEndTheSearchAllTheSame(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      LimitStep end = run(heaps(96), size -> random.nextBoolean());
      assertThat(end).isNotInstanceOf(Try.class);
      assertThat(tries).hasSizeLessThanOrEqualTo(24);
      end = run(contexts(24), size -> random.nextBoolean());
      assertThat(end).isNotInstanceOf(Try.class);
    }
  }

  @Test
  void whereEvenTheEasiestFailsThereIsNoLimit() {
    assertThat(run(heaps(96), size -> false))
        .isEqualTo(new Unsettled("not even the easiest size was enough", true));
    assertThat(tries).extracting(Attempt::size).endsWith(1536, 2048);
    assertThat(run(contexts(24), size -> false)).isInstanceOf(Unsettled.class);
    assertThat(tries).extracting(Attempt::size).containsExactly(24, 12, 6, 3, 1);
  }

  @Test
  void whereEvenTheHardestPassesThatIsFoundWithNothingBeyond() {
    assertThat(run(heaps(96), size -> true)).isEqualTo(new Found(8, OptionalInt.empty()));
    assertThat(tries).extracting(Attempt::size).containsExactly(96, 48, 24, 12, 8, 8, 8);
  }

  @Test
  void afterTheMostTriesItGivesUpAndSaysSo() {
    Bisection hasty = new Bisection(HEAPS, 96, 0.05, 3, 4);
    LimitStep end = run(hasty, size -> size >= 70);
    assertThat(tries).hasSize(4);
    assertThat(end)
        .isEqualTo(
            new Unsettled(
                "no limit was settled in 4 tries: they differ too much from each other", false));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> heaps(97)).hasMessageContaining("97");
    assertThatThrownBy(() -> new Bisection(HEAPS, 96, 0, 3, 24)).hasMessageContaining("positive");
    assertThatThrownBy(() -> new Range(true, 7, 9, 2)).hasMessageContaining("7 to 9");
  }

  private static Bisection heaps(int start) {
    return new Bisection(HEAPS, start, 0.05, 3, 24);
  }

  private static Bisection contexts(int start) {
    return new Bisection(CONTEXTS, start, 0.05, 3, 24);
  }

  /** Each try can hold so many contexts, and fails at the next. */
  private LimitStep runWithHeld(Bisection search, List<Integer> held) {
    tries.clear();
    while (search.next(tries) instanceof Try next) {
      int most = held.get(tries.size());
      tries.add(
          next.size() <= most
              ? passed(next.size())
              : Attempt.failed(new Opening(most + 1, next.size()), Ending.HEAP_EXHAUSTED));
    }
    return search.next(tries);
  }

  private static Attempt passed(int size) {
    return new Attempt(size, Ending.COMPLETED);
  }

  private static Attempt failed(int size) {
    return new Attempt(size, Ending.HEAP_EXHAUSTED);
  }

  /** Runs a search against a world in which these sizes pass; its tries are kept. */
  private LimitStep run(Bisection search, IntPredicate passes) {
    tries.clear();
    while (search.next(tries) instanceof Try next) {
      Range range = search.range();
      assertThat(next.size()).isBetween(range.least(), range.most());
      assertThat(next.size() % range.grain()).isZero();
      tries.add(passes.test(next.size()) ? passed(next.size()) : failed(next.size()));
    }
    return search.next(tries);
  }
}
