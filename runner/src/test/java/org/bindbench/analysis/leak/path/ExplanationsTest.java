package org.bindbench.analysis.leak.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.TrialOutcome.Explained;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.leak.ContainerGrowth;
import org.bindbench.model.leak.ContainerSize;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.report.ExitCode;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
  private final RunAnalysis run = SampleExplanations.run();

  @Test
  void everyRowThatLostMemoryIsThereOnceAndNoOther() {
    assertThat(Explanations.of(run))
        .extracting(each -> each.id().name(), Explanation::missing)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("explained", ""),
            org.assertj.core.groups.Tuple.tuple("failed", "out of memory: the heap was full"),
            org.assertj.core.groups.Tuple.tuple("unseen", "no fork of this run looked for it"));
  }

  @Test
  void theForkThatExplainsAddsNothingToItsRow() {
    CaseResult row =
        run.results().stream()
            .filter(each -> each.id().name().equals("explained"))
            .findFirst()
            .orElseThrow();
    assertThat(row.trials()).hasSize(1);
    assertThat(row.declaration().protocol()).isEqualTo("lifecycle");
    assertThat(Explanations.of(run, row).orElseThrow().evidence())
        .contains(SampleExplanations.evidence());
    assertThat(run.results()).hasSize(4);
  }

  @Test
  void aForkThatCouldNotExplainDoesNotFailTheRun() {
    assertThat(ExitCode.of(run)).isZero();
  }

  @Test
  void aRowIsWantedWhereItSurelyGrowsByMoreThanTheFloor() {
    TrialRecord above = SampleExplanations.lifecycle("above", "luaj", 64_001);
    TrialRecord at = SampleExplanations.lifecycle("at", "luaj", 64_000);
    RunAnalysis both = SampleExplanations.analysed(above, at);
    assertThat(Losses.wanted(both)).containsExactly(above.spec());
    assertThat(Losses.wanted(both)).noneMatch(TrialSpec::explains);
  }

  @Test
  void waysThatDifferOnlyInsideAnEngineAreOne() {
    TrialRecord lost = SampleExplanations.lifecycle("lost", "luaj", 200_000);
    LeakEvidence evidence = SampleExplanations.evidence();
    RunAnalysis analysed =
        SampleExplanations.analysed(
            lost, SampleExplanations.explaining(lost, new Explained(evidence)));
    assertThat(Explanations.of(analysed).get(0).ways())
        .containsExactly(
            new Way(List.of("globals", "table", "table"), "a running function", 17),
            new Way(List.of("table"), "", 3));
  }

  @Test
  void onlyContainersThatGrewByAnElementACycleAreTold() {
    ContainerSize fast = new ContainerSize("fast", "global", "table", 30);
    ContainerSize slow = new ContainerSize("slow", "global", "table", 19);
    ContainerSize fresh = new ContainerSize("fresh", "global", "table", 500);
    assertThat(
            LeakEvidence.grown(
                List.of(
                    new ContainerSize("slow", "global", "table", 10),
                    new ContainerSize("fast", "global", "table", 20)),
                List.of(slow, fresh, fast),
                10))
        .containsExactly(new ContainerGrowth(fast, 20));
  }
}
