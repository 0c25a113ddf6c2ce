package org.bindbench.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bindbench.analysis.change.Planted.RATE;
import static org.bindbench.analysis.change.Planted.constant;
import static org.bindbench.analysis.change.Planted.sides;
import static org.bindbench.analysis.change.Planted.subject;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class TwoStageTest {
  private static final Subject CREATION = subject("creation", RATE);
  private static final Subject CALLS = subject("calls", RATE);
  private static final Subject KEPT = subject("kept", Metrics.RETAINED_BYTES);
  private static final Subject ALLOCATED = subject("allocated", Metrics.ALLOCATED_BYTES);

  private static final Sides SLOWER = sides(100, 80, 0.02);
  private static final Sides EQUAL = sides(100, 100, 0.02);

  @Test
  void aSlowdownThatBothStagesShowIsWorseAndStageTwoGivesTheEffect() {
    Comparison judged = judge(CREATION, SLOWER, sides(100, 70, 0.02));

    assertThat(judged.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(judged.published().orElseThrow().worsening().value())
        .isCloseTo(1 / 0.7 - 1, within(1e-9));
    assertThat(judged.stageOne().orElseThrow().worsening().value()).isCloseTo(0.25, within(1e-9));
    assertThat(judged.magnitude()).contains(Magnitude.MINOR);
    assertThat(judged.reason()).isEmpty();
  }

  @Test
  void exchangedSidesAreBetterByTheSame() {
    Comparison judged = judge(CREATION, sides(80, 100, 0.02), sides(70, 100, 0.02));

    assertThat(judged.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(judged.magnitude()).isEmpty();
    assertThat(judged.published().orElseThrow().worsening().value()).isCloseTo(-0.3, within(1e-9));
    assertThat(judged.reason()).isEmpty();
  }

  @Test
  void whatGrowsIsWorseWhereLessIsBetter() {
    Subject time = subject("scaling", Metrics.LARGEST_TIME);

    assertThat(judge(time, sides(80, 100, 0.02), sides(80, 100, 0.02)).verdict())
        .isEqualTo(Verdict.WORSE);
    assertThat(judge(time, SLOWER, SLOWER).verdict()).isEqualTo(Verdict.BETTER);
  }

  @Test
  void whatIsNotFlaggedIsTheSameWhereItsWholeIntervalLiesWithinTheGate() {
    Comparison judged = judge(CREATION, EQUAL, SLOWER);

    assertThat(judged.verdict()).isEqualTo(Verdict.SAME);
    assertThat(judged.reason()).isEmpty();
    assertThat(judged.published()).isEqualTo(judged.stageOne()).isPresent();
  }

  @Test
  void elseItIsInconclusiveWithWhatItCouldHaveSeen() {
    Sides noisy = sides(100, 98, 0.2);

    Comparison judged = judge(CREATION, noisy, SLOWER);

    assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged.reason()).isEqualTo("the interval of the change reaches beyond ± 5.0 %");
    assertThat(judged.detectable()).isEqualTo(DetectableChange.of(noisy, Gates.TIME));
    assertThat(judged.detectable()).isBetween(0.25, 0.45);
    assertThat(judged.published()).isPresent();
  }

  @Test
  void aSignificantChangeBelowTheGateIsNotFlagged() {
    Sides small = sides(100, 95.4, 0.01);

    assertThat(Change.of(RATE, small).orElseThrow().pValue()).isLessThan(1e-4);
    assertThat(TwoStage.flagged(Map.of(CREATION, small), Planted::gate)).isEmpty();
    assertThat(judge(CREATION, small, small).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void flaggedButNotMeasuredAgainPublishesNothing() {
    Comparison judged = only(Map.of(CREATION, SLOWER), Map.of());

    assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged.reason()).isEqualTo("flagged, not measured again");
    assertThat(judged.stageOne()).isPresent();
    assertThat(judged.published()).isEmpty();
  }

  @Test
  void aSecondStageInTheOtherDirectionConfirmsNothing() {
    Comparison judged = judge(CREATION, SLOWER, sides(80, 100, 0.02));

    assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged.reason()).isEqualTo("flagged, but not confirmed when it was measured again");
    assertThat(judged.published().orElseThrow().isWorse()).isFalse();
  }

  @Test
  void aSecondStageWithoutAChangeIsTheSame() {
    Comparison judged = judge(CREATION, SLOWER, EQUAL);

    assertThat(judged.verdict()).isEqualTo(Verdict.SAME);
    assertThat(judged.published().orElseThrow().worsening().value()).isCloseTo(0, within(1e-12));
    assertThat(judged.detectable()).isEqualTo(DetectableChange.of(EQUAL, Gates.TIME));
  }

  @Test
  void aSecondStageBelowTheGateConfirmsNothing() {
    assertThat(judge(CREATION, SLOWER, sides(100, 95.4, 0.01)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aSecondStageFromWhichNothingFollowsSaysWhy() {
    Comparison judged = judge(CREATION, SLOWER, new Sides(List.of(1.0), List.of(1.0)));

    assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged.reason())
        .isEqualTo(
            "flagged, but nothing follows from the second measurement: a side has fewer than 3"
                + " forks");
    assertThat(judged.published()).isEmpty();
    assertThat(judged.detectable()).isNaN();
  }

  @Test
  void theMoreIsMeasuredAgainTheStricterItIsConfirmed() {
    Sides weak = sides(100, 85, 0.14);
    assertThat(Change.of(RATE, weak).orElseThrow().pValue()).isBetween(0.025, 0.05);

    Comparison alone = judge(CREATION, SLOWER, weak);
    List<Comparison> both =
        judge(ordered(CREATION, SLOWER, CALLS, SLOWER), ordered(CREATION, weak, CALLS, SLOWER));

    assertThat(alone.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(both)
        .extracting(Comparison::verdict)
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.WORSE);
  }

  @Test
  void aSecondMeasurementOfWhatWasNotFlaggedCountsForNothing() {
    Sides weak = sides(100, 85, 0.14);

    List<Comparison> both =
        judge(ordered(CREATION, SLOWER, CALLS, EQUAL), ordered(CREATION, weak, CALLS, SLOWER));

    assertThat(both).extracting(Comparison::verdict).containsExactly(Verdict.WORSE, Verdict.SAME);
  }

  @Test
  void amongManyTestsASingleWeakOneIsNotFlagged() {
    Sides weak = sides(100, 85, 0.14);
    Map<Subject, Sides> many = new LinkedHashMap<>();
    many.put(CREATION, weak);
    for (int i = 0; i < 9; i++) many.put(subject("other" + i, RATE), sides(100, 99, 0.2));

    assertThat(TwoStage.flagged(Map.of(CREATION, weak), Planted::gate)).containsExactly(CREATION);
    assertThat(TwoStage.flagged(many, Planted::gate)).isEmpty();
    assertThat(judge(many, Map.of()).get(0).reason())
        .isEqualTo(
            "the change is significant by itself, but not among the 10 that were tested together");
  }

  @Test
  void whatRepeatsExactlyDoesNotCountAmongTheTests() {
    Map<Subject, Sides> many = new LinkedHashMap<>();
    many.put(CREATION, sides(100, 85, 0.14));
    for (int i = 0; i < 9; i++)
      many.put(subject("other" + i, Metrics.RETAINED_BYTES), constant(64, 64));

    assertThat(TwoStage.flagged(many, Planted::gate)).containsExactly(CREATION);
  }

  @Test
  void bytesThatRepeatEquallyAreTheSame() {
    Comparison judged = judge(KEPT, constant(64, 64), constant(64, 72));

    assertThat(judged.verdict()).isEqualTo(Verdict.SAME);
    assertThat(judged.published().orElseThrow().worsening().value()).isZero();
  }

  @Test
  void bytesThatRepeatAndDifferGoThroughBothStages() {
    assertThat(only(Map.of(KEPT, constant(64, 80)), Map.of()).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    Comparison judged = judge(KEPT, constant(64, 80), constant(64, 80));

    assertThat(judged.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(judged.magnitude()).contains(Magnitude.MINOR);
    assertThat(judge(KEPT, constant(64, 66), constant(64, 80)).verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void aDifferenceBelowTheFloorIsNeverFlagged() {
    Comparison judged = judge(ALLOCATED, constant(56, 59.9), constant(56, 59.9));

    assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged.reason()).isEqualTo("the difference is less than 4.00 bytes/op");
    assertThat(judge(ALLOCATED, constant(56, 60), constant(56, 60)).verdict())
        .isEqualTo(Verdict.WORSE);
    assertThat(judge(ALLOCATED, constant(60, 56), constant(60, 56)).verdict())
        .isEqualTo(Verdict.BETTER);
    assertThat(judge(ALLOCATED, constant(56, 60), constant(56, 59)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aClockThatRepeatsItselfIsInconclusive() {
    Comparison judged = judge(CREATION, constant(100, 80), constant(100, 80));

    assertThat(judged.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judged.reason()).contains("broken or too coarse");
    assertThat(judged.stageOne()).isEmpty();
  }

  @Test
  void onAMachineThatMovedNothingClockedIsJudgedAndBytesAre() {
    Optional<String> moved = Optional.of("the machine became slower by 9 %");
    Map<Subject, Sides> data = ordered(CREATION, SLOWER, KEPT, constant(64, 80));

    List<Comparison> twice = TwoStage.judge(data, data, Planted::gate, subject -> List.of(), moved);
    List<Comparison> once = TwoStage.judgeOnce(data, Planted::gate, subject -> List.of(), moved);

    assertThat(List.of(twice.get(0), once.get(0)))
        .allMatch(each -> each.verdict() == Verdict.INCONCLUSIVE)
        .allMatch(each -> each.reason().equals("the machine became slower by 9 %"))
        .allMatch(each -> each.published().isEmpty() && each.stageOne().isPresent());
    assertThat(List.of(twice.get(1), once.get(1)))
        .allMatch(each -> each.verdict() == Verdict.WORSE);
  }

  @Test
  void whatHasNoBetterSideIsNotCompared() {
    Subject throughput = subject("threads", Metrics.THROUGHPUT);
    Comparison judged = judge(throughput, SLOWER, SLOWER);

    assertThat(judged.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(judged.reason()).isEqualTo("neither more nor less of it is better");
    assertThat(TwoStage.flagged(Map.of(throughput, SLOWER), Planted::gate)).isEmpty();
  }

  @Test
  void everySubjectIsListedInItsOrderWithItsWords() {
    Map<Subject, Sides> data =
        ordered(KEPT, constant(64, 64), CREATION, new Sides(List.of(), List.of()));

    List<Comparison> judged =
        TwoStage.judge(
            data,
            Map.of(),
            Planted::gate,
            subject -> List.of("unsteady", subject.id().name()),
            Optional.empty());

    assertThat(judged).extracting(Comparison::subject).containsExactly(KEPT, CREATION);
    assertThat(judged.get(0).words()).containsExactly("unsteady", "kept");
    assertThat(judged.get(1).reason()).isEqualTo("a side has fewer than 3 forks");
  }

  @Test
  void twoFinishedRunsAreJudgedOnceAndSaySo() {
    Map<Subject, Sides> data = ordered(CREATION, SLOWER, CALLS, EQUAL);

    List<Comparison> judged =
        TwoStage.judgeOnce(data, Planted::gate, subject -> List.of("old"), Optional.empty());

    Comparison worse = judged.get(0);
    assertThat(worse.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(worse.magnitude()).contains(Magnitude.MINOR);
    assertThat(worse.published()).isEqualTo(worse.stageOne()).isPresent();
    assertThat(worse.reason()).isEqualTo("found in one measurement and not confirmed by a second");
    assertThat(worse.words()).containsExactly("old");
    assertThat(judged.get(1).verdict()).isEqualTo(Verdict.SAME);
    assertThat(judged.get(1).reason()).isEmpty();
  }

  @Test
  void judgedOnceManyTestsAreAdjustedForToo() {
    Map<Subject, Sides> many = new LinkedHashMap<>();
    many.put(CREATION, sides(100, 85, 0.14));
    for (int i = 0; i < 9; i++) many.put(subject("other" + i, RATE), sides(100, 99, 0.2));

    assertThat(TwoStage.judgeOnce(many, Planted::gate, subject -> List.of(), Optional.empty()))
        .extracting(Comparison::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
  }

  private static Comparison judge(Subject subject, Sides one, Sides two) {
    return only(Map.of(subject, one), Map.of(subject, two));
  }

  private static Comparison only(Map<Subject, Sides> one, Map<Subject, Sides> two) {
    List<Comparison> all = judge(one, two);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<Comparison> judge(Map<Subject, Sides> one, Map<Subject, Sides> two) {
    return TwoStage.judge(one, two, Planted::gate, subject -> List.of(), Optional.empty());
  }

  private static Map<Subject, Sides> ordered(
      Subject first, Sides ofFirst, Subject second, Sides ofSecond) {
    Map<Subject, Sides> ordered = new LinkedHashMap<>();
    ordered.put(first, ofFirst);
    ordered.put(second, ofSecond);
    return ordered;
  }
}
