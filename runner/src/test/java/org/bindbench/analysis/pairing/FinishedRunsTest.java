package org.bindbench.analysis.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.pairing.Measured.RATE;
import static org.bindbench.analysis.pairing.Measured.around;

import java.util.List;
import java.util.Map;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.FinishedRuns.Finished;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Measure;
import org.bindbench.model.Metrics;
import org.bindbench.model.WorkerFacts;
import org.junit.jupiter.api.Test;

class FinishedRunsTest {
  private final CaseDeclaration creation = Measured.rate("creation");
  private final CaseDeclaration call = Measured.rate("call");

  @Test
  void aDifferenceIsFoundInOneStageAndSaysThatItWasNotConfirmed() {
    ComparedRow row = onlyRow(run(creation, 2e6, List.of()), run(creation, 1e6, List.of()));
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.WORSE);
    assertThat(row.comparison().reason()).contains("not confirmed");
  }

  @Test
  void rowsOfOneRunAloneAreNotComparable() {
    List<ComparedRow> rows = rows(run(creation, 1e6, List.of()), run(call, 1e6, List.of()));
    assertThat(rows)
        .extracting(
            row -> row.comparison().subject().id().name() + ": " + row.comparison().reason())
        .containsExactly(
            "creation: the second run does not have it", "call: the first run does not have it");
  }

  @Test
  void aRunWithOtherJvmOptionsIsNotComparableAndTheFactIsNamed() {
    ComparedRow row =
        onlyRow(run(creation, 1e6, List.of("-Xmx1g")), run(creation, 1e6, List.of("-Xmx2g")));
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(row.comparison().reason())
        .isEqualTo("the runs differ in JVM options: -Xmx1g / -Xmx2g");
    assertThat(row.stageOne()).isEmpty();
  }

  @Test
  void optionsThatOnlyNamePlacesDoNotMatter() {
    ComparedRow row =
        onlyRow(
            run(creation, 1e6, List.of("-Xmx1g", "-XX:ErrorFile=/a/hs_err_%p.log")),
            run(creation, 1e6, List.of("-Xmx1g", "-XX:ErrorFile=/b/hs_err_%p.log")));
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void aChangedSuiteFileIsNotComparable() {
    Finished base = run(creation, 1e6, List.of());
    String file = creation.file().toString();
    Finished before = new Finished(base.analysis(), Map.of(file, "aa"));
    Finished after = new Finished(base.analysis(), Map.of(file, "bb"));
    assertThat(onlyRow(before, after).comparison().reason())
        .isEqualTo("the runs differ in suite file: aa / bb");
    assertThat(onlyRow(before, before).comparison().verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void anotherMachineOrJvmIsNotComparable() {
    Finished here = run(creation, 1e6, List.of());
    Finished there = onJvm("Temurin 21.0.1");
    assertThat(onlyRow(here, there).comparison().reason())
        .contains("JVM: Temurin 25.0.3 / Temurin 21.0.1");
  }

  @Test
  void answersThatDifferBetweenTheRunsAreNotComparable() {
    Measured measured = new Measured();
    for (int fork = 1; fork <= 5; fork++)
      measured.with(
          creation,
          "",
          fork,
          Trials.completed(new Measure(RATE, 1e6), new Measure(Metrics.ANSWER, 8)),
          worker(List.of(), "Temurin 25.0.3"));
    ComparedRow row =
        onlyRow(run(creation, 1e6, List.of()), new Finished(measured.analysis(), Map.of()));
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(row.comparison().reason()).isEqualTo("the base answers 7, the head 8");
  }

  @Test
  void casesThatAreNotSelectedAreLeftOut() {
    assertThat(
            new FinishedRuns(subject -> Gates.of(subject.metric()), (declaration, id) -> false)
                .rows(run(creation, 1e6, List.of()), run(creation, 1e6, List.of())))
        .isEmpty();
  }

  private static Finished run(CaseDeclaration declaration, double level, List<String> options) {
    return run(declaration, level, options, "Temurin 25.0.3");
  }

  private Finished onJvm(String jvm) {
    return run(creation, 1e6, List.of(), jvm);
  }

  private static Finished run(
      CaseDeclaration declaration, double level, List<String> options, String jvm) {
    Measured measured = new Measured();
    double[] values = around(level, 5);
    for (int fork = 1; fork <= values.length; fork++)
      measured.with(
          declaration,
          "",
          fork,
          Trials.completed(new Measure(RATE, values[fork - 1]), new Measure(Metrics.ANSWER, 7)),
          worker(options, jvm));
    return new Finished(measured.analysis(), Map.of());
  }

  private static WorkerFacts worker(List<String> options, String jvm) {
    return new WorkerFacts("luaj", "interpreter", false, jvm, "PS", options, "alone");
  }

  private static ComparedRow onlyRow(Finished base, Finished head) {
    List<ComparedRow> rows = rows(base, head);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<ComparedRow> rows(Finished base, Finished head) {
    return new FinishedRuns(subject -> Gates.of(subject.metric()), (declaration, id) -> true)
        .rows(base, head);
  }
}
