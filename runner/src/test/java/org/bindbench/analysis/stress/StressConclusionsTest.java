package org.bindbench.analysis.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.BeyondLimit.Place;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Sample;
import org.bindbench.model.metric.StepEnd;
import org.bindbench.model.metric.StressMetrics;
import org.junit.jupiter.api.Test;

class StressConclusionsTest {
  @Test
  void aGuestThatGetsSlowIsToldWithWhatItTakesToKeepItFast() {
    Conclusion told = only(StressMetrics.PRESSURE, ladder(100, 90, 80, 20));
    assertThat(told.finding())
        .isEqualTo(
            "works with up to 80 % of the heap live, but at less than half its speed beyond 60 %;"
                + " no step failed");
    assertThat(told.evidence()).startsWith("at 80 % it does 20.0 % of what it did at 20 %");
    assertThat(told.advice()).isEqualTo("give the JVM at least 1.7 times the live set as -Xmx");
  }

  @Test
  void aGuestThatStaysFastGetsNoAdvice() {
    Conclusion told = only(StressMetrics.PRESSURE, ladder(100, 100, 98, 97));
    assertThat(told.finding()).contains("half its speed or more with up to 80 %");
    assertThat(told.advice()).isEmpty();
  }

  @Test
  void theStepThatFailedIsTold() {
    List<Sample> samples = new ArrayList<>(ladder(100, 90).samples());
    samples.addAll(LadderTest.step(60, StepEnd.OUT_OF_MEMORY, Double.NaN));
    Conclusion told = only(StressMetrics.PRESSURE, new Completed(List.of(), List.of(), samples));
    assertThat(told.finding()).endsWith("the step to 60 % ended with: out of memory");
  }

  @Test
  void theScoreAndWhatGoesWithItStandBeforeTheOtherMeasures() {
    CaseResult row = analysed(StressMetrics.PRESSURE, ladder(100, 50)).results().get(0);
    assertThat(row.summaries())
        .extracting(each -> each.metric().id())
        .startsWith("stability", "pressure_reached", "throughput_kept", "collecting_share");
    assertThat(row.summary("stability").orElseThrow().value()).isEqualTo(75);
    assertThat(row.summary("pressure_reached").orElseThrow().value()).isEqualTo(40);
    assertThat(row.summary("collecting_share").orElseThrow().value()).isEqualTo(20);
  }

  @Test
  void reviewingTwiceChangesNothing() {
    var once = StressReview.review(trial(StressMetrics.PRESSURE, ladder(100, 50)));
    assertThat(StressReview.review(once)).isEqualTo(once);
  }

  @Test
  void aPoolThatAnswersRightlyIsReckonedByItsGuests() {
    List<Sample> samples = ladder(100, 110).samples();
    Conclusion told =
        only(
            StressMetrics.POOL,
            new Completed(
                List.of(
                    new Measure(StressMetrics.TASKS_RIGHT, 100),
                    new Measure(StressMetrics.GUEST_BYTES, 1 << 20)),
                List.of(),
                samples));
    assertThat(told.finding()).startsWith("answers every task rightly");
    assertThat(told.advice()).contains("10.0 MiB of heap for every 10 guests");
  }

  @Test
  void aPoolThatFailsSomeTasksIsNotCalledRight() {
    Conclusion told =
        only(
            StressMetrics.POOL,
            new Completed(
                List.of(
                    new Measure(StressMetrics.TASKS_RIGHT, 97.5),
                    new Measure(StressMetrics.GUEST_BYTES, 1 << 20)),
                List.of(),
                ladder(100, 110).samples()));
    assertThat(told.finding()).startsWith("answers 97.5 % of its tasks rightly");
    assertThat(told.advice()).startsWith("look into the tasks that failed");
  }

  @Test
  void humongousObjectsThatWasteHeapGetAnAdviceAndOthersNone() {
    assertThat(only(StressMetrics.FRAGMENTATION, holes(1.6, 80)).advice())
        .contains("-XX:G1HeapRegionSize");
    assertThat(only(StressMetrics.FRAGMENTATION, holes(1.01, 80)).advice()).isEmpty();
    assertThat(only(StressMetrics.FRAGMENTATION, holes(1.6, 0)).advice()).isEmpty();
  }

  @Test
  void beyondTheLimitItIsToldWhoCouldCatchItAndWhetherTheGuestIsUsable() {
    assertThat(limit(BeyondLimit.survived(Place.SCRIPT, "MemoryError", true, 101, 7)).finding())
        .isEqualTo(
            "the script itself caught that memory was out, and the guest is usable afterwards");
    Conclusion java = limit(BeyondLimit.survived(Place.JAVA, "OutOfMemoryError", true, 101, 7));
    assertThat(java.finding()).contains("only Java could catch it").endsWith("usable afterwards");
    assertThat(java.evidence()).contains("OutOfMemoryError");
    assertThat(java.advice()).isEqualTo("catch OutOfMemoryError around calls into the guest");
    assertThat(limit(BeyondLimit.survived(Place.JAVA, "x", false, 101, 7)).advice())
        .endsWith("and close the guest then");
    Conclusion ended = limit(BeyondLimit.ended("killed"));
    assertThat(ended.finding()).isEqualTo("the process ends when memory is out");
    assertThat(ended.evidence()).isEqualTo("one try: the process ended: killed");
    assertThat(ended.advice()).contains("process of their own");
  }

  @Test
  void whatOnlySomeTriesCaughtIsNoRule() {
    List<org.bindbench.model.TrialRecord> tries = new ArrayList<>();
    tries.add(limitTrial(1, Place.SCRIPT));
    tries.add(limitTrial(2, Place.JAVA));
    Conclusion told =
        StressConclusions.of(RunAnalyser.analyse(Trials.run(tries), List.of())).get(0);
    assertThat(told.finding())
        .startsWith("the script itself caught that memory was out in some tries");
    assertThat(told.evidence()).startsWith("2 tries; one: ");
    assertThat(told.advice()).startsWith("catch OutOfMemoryError");
  }

  private static org.bindbench.model.TrialRecord limitTrial(int fork, Place place) {
    CaseDeclaration declaration =
        Trials.declaration("luaj", "case", BeyondLimit.PROTOCOL, "objects");
    Completed outcome = BeyondLimit.survived(place, "memory is out", true, 101, 7);
    return Trials.trial(declaration, "luaj", BindingStyle.OWN, fork, outcome);
  }

  @Test
  void theHeapThatIsAdvisedIsNeverRoundedDown() {
    assertThat(only(StressMetrics.PRESSURE, ladder(100, 90, 80, 70, 20)).advice())
        .contains("at least 1.3 times"); // 100 / 80 = 1.25
  }

  @Test
  void rowsWithoutFiguresAndOtherProtocolsAreNotSpokenOf() {
    assertThat(
            StressConclusions.of(
                analysed(StressMetrics.PRESSURE, new TrialOutcome.OutOfMemory("no", "heap"))))
        .isEmpty();
    RunAnalysis other = analysed("retained", Trials.completed());
    assertThat(StressConclusions.of(other)).isEmpty();
    assertThat(StressConclusions.isAsked(other)).isFalse();
  }

  private static Conclusion limit(Completed outcome) {
    return only(BeyondLimit.PROTOCOL, outcome);
  }

  private static Completed holes(double perByte, double humongous) {
    return new Completed(
        List.of(
            new Measure(StressMetrics.THINNED_BACK, 100),
            new Measure(StressMetrics.HEAP_PER_BYTE, perByte),
            new Measure(StressMetrics.REFILLED, 90),
            new Measure(StressMetrics.HUMONGOUS_SHARE, humongous)),
        List.<Absent>of(),
        List.of());
  }

  /** Steps at 20, 40, 60 … with these throughputs. */
  private static Completed ladder(double... throughputs) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < throughputs.length; i++)
      samples.addAll(LadderTest.step(20L * (i + 1), StepEnd.PASSED, throughputs[i]));
    return new Completed(List.of(), List.of(), samples);
  }

  private static Conclusion only(String protocol, TrialOutcome outcome) {
    List<Conclusion> told = StressConclusions.of(analysed(protocol, outcome));
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static RunAnalysis analysed(String protocol, TrialOutcome outcome) {
    return RunAnalyser.analyse(Trials.run(List.of(trial(protocol, outcome))), List.of());
  }

  private static org.bindbench.model.TrialRecord trial(String protocol, TrialOutcome outcome) {
    CaseDeclaration declaration = Trials.declaration("luaj", "case", protocol, "objects");
    return Trials.trial(declaration, "luaj", BindingStyle.OWN, 1, outcome);
  }
}
