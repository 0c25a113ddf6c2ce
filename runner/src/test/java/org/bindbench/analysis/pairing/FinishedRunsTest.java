package org.bindbench.analysis.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.pairing.Measured.RATE;
import static org.bindbench.analysis.pairing.Measured.around;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Tag;
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
        .containsExactly("creation: the head does not have it", "call: the base does not have it");
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

  /** A JIT that never came to compile made a script five thousand times as slow. */
  @Test
  void aRunWhoseWorkersHadHalfACoreIsInconclusive() {
    ComparedRow row = onlyRow(fit(3e7, 6.7e6, 0.98), fit(6e3, 7e6, 0.5));
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row.comparison().reason())
        .isEqualTo(
            "the machine was busy with something else: workers had 0.50 s of CPU time a second, of"
                + " the base 0.98");
    assertThat(onlyRow(fit(3e7, 6.7e6, 0.98), fit(1e7, 7.2e6, 0.95)).comparison().verdict())
        .isEqualTo(Verdict.WORSE);
  }

  @Test
  void aRunWhoseRulerTookLongerIsInconclusive() {
    ComparedRow row = onlyRow(fit(3e7, 6.7e6, 0.98), fit(2e7, 9e6, 0.98));
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row.comparison().reason())
        .isEqualTo(
            "the machine had another speed: its ruler took 9.00 ms, beside the base 6.70 ms");
    assertThat(onlyRow(fit(3e7, 6.7e6, 0), fit(1e7, 9e6, 0)).comparison().verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aSingleRowThatWaitsWhereTheOthersHadTheirCoreIsJudged() {
    List<KeptRow> base = new ArrayList<>(fit(3e7, 6.7e6, 0.98));
    List<KeptRow> head = new ArrayList<>(fit(3e6, 6.7e6, 0.1));
    for (String other : List.of("call", "walk")) {
      base.addAll(fit(Measured.rate(other), 3e7, 6.7e6, 0.98));
      head.addAll(fit(Measured.rate(other), 3e7, 6.7e6, 0.97));
    }
    assertThat(rows(base, head))
        .extracting(row -> row.comparison().verdict())
        .containsExactly(Verdict.WORSE, Verdict.SAME, Verdict.SAME);
    head.addAll(fit(Measured.rate("open"), 3e6, 6.7e6, 0.1));
    base.addAll(fit(Measured.rate("open"), 3e7, 6.7e6, 0.98));
    assertThat(rows(base, head))
        .extracting(row -> row.comparison().verdict())
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.SAME, Verdict.SAME, Verdict.INCONCLUSIVE);
  }

  @Test
  void aHeadThatFreesNothingOrLessByChanceIsCritical() {
    List<ComparedRow> rows =
        rows(freeing(99.9, 99.8, 99.9, 99.7, 99.9), freeing(0.02, 0, 0.01, 0.02, 0));
    assertThat(rows)
        .filteredOn(row -> row.comparison().subject().metric().equals(Metrics.CLEANUP_EFFICIENCY))
        .singleElement()
        .extracting(row -> row.comparison().verdict(), row -> row.comparison().magnitude())
        .containsExactly(Verdict.WORSE, Optional.of(Magnitude.CRITICAL));
  }

  private static List<KeptRow> freeing(double... percents) {
    CaseDeclaration kept = Measured.retained("kept");
    Measured measured = new Measured();
    for (int fork = 1; fork <= percents.length; fork++)
      measured.with(
          kept,
          "",
          fork,
          Trials.completed(
              new Measure(Metrics.RETAINED_BYTES, 72),
              new Measure(Metrics.CLEANUP_EFFICIENCY, percents[fork - 1])));
    return Kept.rows(measured.analysis(), Map.of());
  }

  @Test
  void aRowThatWasInterruptedIsNoOtherMachine() {
    Measured cut = new Measured();
    cut.with(creation, "", 1, new TrialOutcome.Skipped("the run was interrupted", "", true));
    ComparedRow row = onlyRow(run(creation, 1e6, List.of()), Kept.rows(cut.analysis(), Map.of()));
    assertThat(row.standing()).isNotEqualTo(Standing.UNLIKE);
    assertThat(row.comparison().verdict()).isIn(Verdict.INCONCLUSIVE, Verdict.NOT_COMPARABLE);
  }

  private List<KeptRow> fit(double level, double rulerNanos, double cpuPerWall) {
    return fit(creation, level, rulerNanos, cpuPerWall);
  }

  private List<KeptRow> fit(
      CaseDeclaration declaration, double level, double rulerNanos, double cpuPerWall) {
    Measured measured = new Measured();
    double[] values = around(level, 5);
    for (int fork = 1; fork <= values.length; fork++)
      measured.with(
          declaration,
          "",
          fork,
          Trials.completed(
              new Measure(RATE, values[fork - 1]),
              new Measure(Metrics.RULER, rulerNanos),
              new Measure(Metrics.CPU_PER_WALL, cpuPerWall),
              new Measure(Metrics.ANSWER, 7)),
          worker(List.of(), "Temurin 25.0.3"));
    return Kept.rows(measured.analysis(), Map.of());
  }

  @Test
  void anAgentMattersWhereverItLies() {
    assertThat(agents("-javaagent:/opt/a/agent.jar=x", "-javaagent:/usr/b/agent.jar=x"))
        .isEqualTo(Verdict.SAME);
    assertThat(agents("-javaagent:/opt/a/agent.jar=x", "-Xmx1g")).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(agents("-javaagent:/opt/a/agent.jar", "-javaagent:/opt/a/other.jar"))
        .isEqualTo(Verdict.NOT_COMPARABLE);
  }

  private Verdict agents(String base, String head) {
    return onlyRow(run(creation, 1e6, List.of(base)), run(creation, 1e6, List.of(head)))
        .comparison()
        .verdict();
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
    RunAnalysis run = analysis(creation, 1e6, List.of(), "Temurin 25.0.3");
    String file = creation.file().toString();
    List<KeptRow> before = Kept.rows(run, Map.of(file, "aa"));
    List<KeptRow> after = Kept.rows(run, Map.of(file, "bb"));
    assertThat(onlyRow(before, after).comparison().reason())
        .isEqualTo("the runs differ in suite file: aa / bb");
    assertThat(onlyRow(before, before).comparison().verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  @Tag("fault-19")
  void anotherMachineOrJvmIsNotComparable() {
    List<KeptRow> here = run(creation, 1e6, List.of());
    List<KeptRow> there = onJvm("Temurin 21.0.1");
    assertThat(onlyRow(here, there).comparison().reason())
        .contains("JVM: Temurin 25.0.3 / Temurin 21.0.1");
    assertThat(onlyRow(here, there).standing()).isEqualTo(Standing.UNLIKE);
  }

  @Test
  @Tag("fault-19")
  void whereItIsForcedItIsComparedWithThatWordAndCountsForNoGate() {
    ComparedRow row =
        forced(run(creation, 2e6, List.of()), run(creation, 1e6, List.of(), "Temurin 21.0.1"));
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.WORSE);
    assertThat(row.comparison().words()).contains(FinishedRuns.UNLIKE);
    assertThat(row.standing()).isEqualTo(Standing.UNLIKE);
    assertThat(ComparedRun.held(GateRules.USUAL, List.of(row), 0, List.of()).outcome())
        .isEqualTo(GateReport.Outcome.NOT_JUDGED);
  }

  @Test
  void whatTheBaseHadAndTheHeadLacksIsGone() {
    List<KeptRow> base = run(creation, 1e6, List.of());
    assertThat(rows(base, List.of()))
        .singleElement()
        .extracting(ComparedRow::standing)
        .isEqualTo(Standing.GONE);
    assertThat(rows(List.of(), base))
        .singleElement()
        .extracting(ComparedRow::standing)
        .isEqualTo(Standing.NEW);
    ComparedRow unsupported =
        onlyRow(base, failing(new TrialOutcome.Unsupported("no such library")));
    assertThat(unsupported.standing()).isEqualTo(Standing.GONE);
    assertThat(unsupported.comparison().reason()).contains("no such library");
  }

  @Test
  void whatTheBaseNeverHadIsNotGone() {
    List<KeptRow> base = failing(new TrialOutcome.Unsupported("no such library"));
    assertThat(rows(base, List.of()))
        .singleElement()
        .extracting(ComparedRow::standing)
        .isEqualTo(Standing.PRESENT);
  }

  @Test
  void aHeadThatErroredIsAnErrorWhateverTheCircumstances() {
    List<KeptRow> failed = failing(new TrialOutcome.ScriptFailed("attempt to call nil", "", ""));
    for (List<KeptRow> base :
        List.of(run(creation, 1e6, List.of()), run(creation, 1e6, List.of("-Xmx2g")))) {
      ComparedRow row = onlyRow(base, failed);
      assertThat(row.standing()).isEqualTo(Standing.ERRORED);
      assertThat(ComparedRun.held(GateRules.USUAL, List.of(row), 0, List.of()).outcome())
          .isEqualTo(GateReport.Outcome.FAILED);
    }
    assertThat(rows(List.of(), failed))
        .singleElement()
        .extracting(ComparedRow::standing)
        .isEqualTo(Standing.ERRORED);
  }

  @Test
  @Tag("fault-29")
  void twoForksAreInconclusiveAndNoPass() {
    ComparedRow row = onlyRow(forks(3e6, 2), forks(1e6, 2));
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(ComparedRun.held(GateRules.USUAL, List.of(row), 0, List.of()).outcome())
        .isEqualTo(GateReport.Outcome.NOT_JUDGED);
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
        onlyRow(run(creation, 1e6, List.of()), Kept.rows(measured.analysis(), Map.of()));
    assertThat(row.standing()).isEqualTo(Standing.ERRORED);
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(row.comparison().reason()).isEqualTo("the base answers 7, the head 8");
  }

  @Test
  void casesThatAreNotSelectedAreLeftOut() {
    assertThat(
            new FinishedRuns(
                    subject -> Gates.of(subject.metric()), (declaration, id) -> false, false)
                .rows(run(creation, 1e6, List.of()), run(creation, 1e6, List.of())))
        .isEmpty();
  }

  private static List<KeptRow> run(
      CaseDeclaration declaration, double level, List<String> options) {
    return run(declaration, level, options, "Temurin 25.0.3");
  }

  private List<KeptRow> onJvm(String jvm) {
    return run(creation, 1e6, List.of(), jvm);
  }

  private static List<KeptRow> run(
      CaseDeclaration declaration, double level, List<String> options, String jvm) {
    return Kept.rows(analysis(declaration, level, options, jvm), Map.of());
  }

  private List<KeptRow> forks(double level, int forks) {
    Measured measured = new Measured();
    double[] values = around(level, forks);
    for (int fork = 1; fork <= forks; fork++)
      measured.with(
          creation,
          "",
          fork,
          Trials.completed(new Measure(RATE, values[fork - 1]), new Measure(Metrics.ANSWER, 7)),
          worker(List.of(), "Temurin 25.0.3"));
    return Kept.rows(measured.analysis(), Map.of());
  }

  private List<KeptRow> failing(TrialOutcome outcome) {
    Measured measured = new Measured();
    for (int fork = 1; fork <= 5; fork++)
      measured.with(creation, "", fork, outcome, worker(List.of(), "Temurin 25.0.3"));
    return Kept.rows(measured.analysis(), Map.of());
  }

  private static RunAnalysis analysis(
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
    return measured.analysis();
  }

  private static WorkerFacts worker(List<String> options, String jvm) {
    return new WorkerFacts("luaj", "interpreter", false, jvm, "PS", options, "alone");
  }

  private static ComparedRow onlyRow(List<KeptRow> base, List<KeptRow> head) {
    List<ComparedRow> rows = rows(base, head);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<ComparedRow> rows(List<KeptRow> base, List<KeptRow> head) {
    return new FinishedRuns(subject -> Gates.of(subject.metric()), (declaration, id) -> true, false)
        .rows(base, head);
  }

  private static ComparedRow forced(List<KeptRow> base, List<KeptRow> head) {
    return new FinishedRuns(subject -> Gates.of(subject.metric()), (declaration, id) -> true, true)
        .rows(base, head)
        .get(0);
  }
}
