package org.bindbench.analysis.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.analysis.stress.Conclusion;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Growth;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.Release;
import org.junit.jupiter.api.Test;

class RecoveryConclusionsTest {
  @Test
  void oneSentenceCoversEveryWayOfACase() {
    Conclusion told =
        only(released(Release.AT_ONCE, 99.9, 3), released(Release.GRADUALLY, 99.8, -1));
    assertThat(told.finding())
        .isEqualTo("what is let go is free again, whichever of 2 ways was measured");
    assertThat(told.evidence())
        .isEqualTo(
            "at once 99.9 % after 12.0 ms; in five parts 99.8 % after 12.0 ms;"
                + " 3.0 % where the script works on and nobody asks for a collection");
    assertThat(told.advice()).startsWith("ask for a collection");
  }

  @Test
  void whatComesBackByItselfNeedsNoAdvice() {
    assertThat(only(released(Release.AT_ONCE, 99.9, 98)).advice()).isEmpty();
  }

  @Test
  void aWayThatLeavesSomethingIsNamed() {
    Conclusion told =
        only(released(Release.AT_ONCE, 99.9, 3), released(Release.CONTEXT_CLOSED, 60, -1));
    assertThat(told.finding())
        .isEqualTo("not all is free again when it is let go by closing the guest");
    assertThat(told.advice()).startsWith("look for what still refers to the objects");
  }

  @Test
  void whatTheSystemGetsBackIsToldWithItsBytesAndTheCollector() {
    Conclusion told = only(givenBack(100));
    assertThat(told.finding())
        .isEqualTo(
            "the system gets back 75.0 % of the heap that was taken, and 60.0 % of the process");
    assertThat(told.evidence())
        .contains("committed heap 20.0 MiB, then 420 MiB, then 120 MiB", "collectors: G1");
    assertThat(told.advice()).isEmpty();
  }

  @Test
  void aHeapThatIsKeptGetsTheAdviceToTryOtherCollectors() {
    assertThat(only(givenBack(400)).advice()).contains("--gc serial,g1,zgc");
  }

  private static Conclusion only(TrialRecord... trials) {
    var analysis = RunAnalyser.analyse(Trials.run(List.of(trials)), List.of());
    assertThat(RecoveryConclusions.isAsked(analysis)).isTrue();
    List<Conclusion> told = RecoveryConclusions.of(analysis);
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  /** Without a figure for what comes back unasked where that is negative. */
  private static TrialRecord released(Release release, double recovered, double unasked) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(RecoveryMetrics.RECOVERED, recovered));
    measures.add(new Measure(RecoveryMetrics.STABLE_AFTER, 12));
    if (unasked >= 0) measures.add(new Measure(RecoveryMetrics.RECOVERED_UNASKED, unasked));
    return trial(RecoveryMetrics.RECOVERY, Map.of(RecoveryMetrics.RELEASE, release.id()), measures);
  }

  private static TrialRecord givenBack(long keptMebibytes) {
    double mebi = 1 << 20;
    return trial(
        RecoveryMetrics.GIVEN_BACK,
        Map.of(),
        List.of(
            new Measure(RecoveryMetrics.HEAP_GIVEN_BACK, (400 - keptMebibytes) / 4.0),
            new Measure(RecoveryMetrics.PROCESS_GIVEN_BACK, 60),
            new Measure(RecoveryMetrics.GIVEN_BACK_AFTER, 300),
            new Measure(RecoveryMetrics.COMMITTED_BEFORE, 20 * mebi),
            new Measure(RecoveryMetrics.COMMITTED_WITH, 420 * mebi),
            new Measure(RecoveryMetrics.COMMITTED_AFTER, (20 + keptMebibytes) * mebi)));
  }

  private static TrialRecord trial(
      String protocol, Map<String, String> params, List<Measure> measures) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("memory.lua"),
            1,
            "case",
            protocol,
            "objects",
            List.of(),
            Map.of(),
            "",
            0,
            "",
            1,
            Growth.LINEAR,
            "");
    return new TrialRecord(
        new TrialSpec(
            declaration, new CaseId("memory", "case", params), "luaj", BindingStyle.OWN, 1),
        new Completed(measures, List.of(), List.of()),
        Optional.of(Trials.worker("luaj", true, "alone")),
        1,
        1);
  }
}
