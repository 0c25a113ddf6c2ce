package org.bindbench.analysis.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.pairing.Measured.RATE;
import static org.bindbench.analysis.pairing.Measured.around;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.comparison.Lone;
import org.bindbench.model.comparison.Side;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class JudgingTest {
  private static final int FORKS = 8;
  private static final Function<Subject, Gate> GATES = subject -> Gates.of(subject.metric());

  private final CaseDeclaration creation = Measured.rate("creation");

  @Test
  void whatIsTheSameIsNotMeasuredAgain() {
    Judging judging = judging(both(around(1e6, FORKS), around(1e6, FORKS)));
    assertThat(judging.flagged()).isEmpty();
    assertThat(onlyRow(judging, new Measured()).comparison().verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void aSlowerHeadIsFlaggedAndConfirmedByStageTwoAlone() {
    Judging judging = judging(both(around(3e6, FORKS), around(1e6, FORKS)));
    assertThat(judging.flagged()).singleElement().extracting(Subject::metric).isEqualTo(RATE);
    Measured again =
        new Measured()
            .with(creation, Side.BASE, FORKS + 1, RATE, around(2e6, FORKS))
            .with(creation, Side.HEAD, FORKS + 1, RATE, around(1e6, FORKS));
    ComparedRow row = onlyRow(judging, again);
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.WORSE);
    assertThat(row.comparison().magnitude()).contains(Magnitude.MAJOR);
    assertThat(row.comparison().published().orElseThrow().worsening().value())
        .isBetween(0.95, 1.05);
    assertThat(row.figure(Side.BASE).orElseThrow().value()).isBetween(1.9e6, 2.1e6);
  }

  @Test
  void whatWasOnlyMeasuredAgainForCompanyKeepsItsFiguresAndWords() {
    Judging judging = judging(both(around(3e6, FORKS), around(3e6, FORKS)));
    ComparedRow alone = onlyRow(judging, new Measured());
    Measured again =
        new Measured()
            .with(creation, Side.BASE, FORKS + 1, RATE, around(9e6, FORKS))
            .with(creation, Side.HEAD, FORKS + 1, RATE, around(1e6, FORKS))
            .with(creation, Side.HEAD, 2 * FORKS, new TrialOutcome.Crashed("SIGABRT", 134, ""));
    assertThat(onlyRow(judging, again)).isEqualTo(alone);
  }

  @Test
  void whatWasFlaggedAndNotMeasuredAgainIsInconclusive() {
    Judging judging = judging(both(around(3e6, FORKS), around(1e6, FORKS)));
    ComparedRow row = onlyRow(judging, new Measured());
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row.comparison().published()).isEmpty();
  }

  @Test
  void aStageTwoThatWasInterruptedCountsAsNone() {
    Judging judging = judging(both(around(3e6, FORKS), around(1e6, FORKS)));
    Measured again =
        new Measured()
            .with(creation, Side.BASE, FORKS + 1, RATE, around(3e6, 4))
            .with(creation, Side.HEAD, FORKS + 1, RATE, around(1e6, 4))
            .with(
                creation, Side.HEAD, FORKS + 5, new TrialOutcome.Skipped("interrupted", "", true));
    assertThat(onlyRow(judging, again).comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void answersThatDifferBetweenTheSidesAreNotComparable() {
    Measured measured = new Measured().with(creation, Side.BASE, 1, RATE, around(1e6, FORKS));
    for (int fork = 1; fork <= FORKS; fork++)
      measured.with(
          creation,
          Side.HEAD,
          fork,
          Trials.completed(new Measure(RATE, 2e6), new Measure(Metrics.ANSWER, 8)));
    ComparedRow row = onlyRow(judging(measured), new Measured());
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(row.comparison().reason()).contains("wrong answer").contains("8").contains("7");
    assertThat(row.figure(Side.HEAD)).isEmpty();
  }

  @Test
  void anEliminatedOrFailedRowHasAReasonAndNoNumber() {
    for (TrialOutcome outcome :
        List.of(
            new TrialOutcome.Eliminated("the work was removed", List.of()),
            new TrialOutcome.ScriptFailed("attempt to call nil", "s.lua:4", ""),
            new TrialOutcome.Unsupported("no such library"))) {
      Measured measured = new Measured().with(creation, Side.BASE, 1, RATE, around(1e6, FORKS));
      for (int fork = 1; fork <= FORKS; fork++) measured.with(creation, Side.HEAD, fork, outcome);
      Judging judging = judging(measured);
      assertThat(judging.flagged()).isEmpty();
      ComparedRow row = onlyRow(judging, new Measured());
      assertThat(row.comparison().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
      assertThat(row.comparison().reason()).startsWith("head: ").contains(outcome.reason());
      assertThat(row.stageOne()).isEmpty();
      assertThat(row.comparison().published()).isEmpty();
    }
  }

  @Test
  void oneForkThatErroredIsAWordAndTheOthersCount() {
    Measured measured = both(around(1e6, FORKS), around(1e6, FORKS - 1));
    measured.with(creation, Side.HEAD, FORKS, new TrialOutcome.Crashed("gone", 134, ""));
    ComparedRow row = onlyRow(judging(measured), new Measured());
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.SAME);
    assertThat(row.comparison().words()).containsExactly("head 1 of 8 forks failed");
  }

  @Test
  void inlinedRowsAreInconclusiveWithThatWordHoweverFarApart() {
    Judging judging = judging(both(around(3e10, FORKS), around(1e10, FORKS)));
    assertThat(judging.flagged()).isEmpty();
    ComparedRow row = onlyRow(judging, new Measured());
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row.comparison().words()).contains(CaseResult.INLINED);
    assertThat(row.comparison().reason()).startsWith("inlined");
  }

  @Test
  void allocationIsComparedBetweenSteadyForksWhoseSpreadIsBelowTheGate() {
    assertThat(allocation(1000, 1000, 0.001).comparison().verdict()).isEqualTo(Verdict.SAME);
    ComparedRow wide = allocation(1000, 1000, 0.2);
    assertThat(wide.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(wide.comparison().reason()).contains("its own forks spread");
  }

  @Test
  void allocationOfForksThatDidNotSettleIsInconclusive() {
    Measured measured = new Measured();
    for (Side side : Side.values())
      for (int fork = 1; fork <= FORKS; fork++)
        measured.with(
            creation,
            side,
            fork,
            new TrialOutcome.Completed(
                List.of(
                    new Measure(RATE, around(1e6, FORKS)[fork - 1]),
                    new Measure(Metrics.ALLOCATED_BYTES, side == Side.BASE ? 1000 : 2000)),
                List.of(),
                Trials.samples(30, 50, 50)));
    List<ComparedRow> rows = judging(measured).rows(new Measured().analysis());
    assertThat(rows)
        .extracting(row -> row.comparison().verdict())
        .containsExactly(Verdict.SAME, Verdict.INCONCLUSIVE);
    assertThat(rows.get(1).comparison().reason()).contains("0 of 8 forks were steady");
  }

  @Test
  void timesAreNotJudgedWhereTheMachineChangedItsSpeed() {
    Measured measured = new Measured();
    for (int fork = 1; fork <= FORKS; fork++)
      for (Side side : Side.values())
        measured.with(
            creation,
            side,
            fork,
            Trials.completed(
                new Measure(RATE, around(side == Side.BASE ? 3e6 : 1e6, FORKS)[fork - 1]),
                new Measure(Metrics.RULER, fork <= FORKS / 2 ? 4e6 : 6e6)));
    Judging judging = judging(measured);
    assertThat(judging.flagged()).isEmpty();
    ComparedRow row = onlyRow(judging, new Measured());
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row.comparison().reason()).startsWith("the machine became slower by 50 %");
  }

  @Test
  void memoryIsComparedByWhatIsKeptAndGivenBack() {
    CaseDeclaration memory = Measured.retained("memory");
    Measured measured = new Measured();
    for (Side side : Side.values())
      for (int fork = 1; fork <= FORKS; fork++)
        measured.with(
            memory,
            side,
            fork,
            Trials.completed(
                new Measure(Metrics.RETAINED_BYTES, side == Side.BASE ? 72 : 96),
                new Measure(Metrics.CLEANUP_EFFICIENCY, 100)));
    Judging judging = judging(measured);
    assertThat(judging.flagged())
        .extracting(subject -> subject.metric().id())
        .containsExactly("retained_bytes");
    assertThat(judging.rows(new Measured().analysis()))
        .extracting(row -> row.comparison().verdict())
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.SAME);
  }

  @Test
  void aCaseOfOneSideIsARowOfItsOwnWithTheReason() {
    Lone lone =
        new Lone(
            new CaseId("binding", "only", Map.of()),
            Measured.match(),
            RATE,
            "the head has no such case in Lua",
            Optional.of(Side.HEAD));
    List<ComparedRow> rows =
        new Judging(Measured.plan(FORKS, lone), new Measured().analysis(), GATES)
            .rows(new Measured().analysis());
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.comparison().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
              assertThat(row.comparison().reason()).isEqualTo(lone.reason());
              assertThat(row.standing()).isEqualTo(Standing.GONE);
            });
  }

  @Test
  void aCaseThatWasInterruptedBeforeItWasMeasuredIsInconclusive() {
    Measured measured = new Measured();
    for (Side side : Side.values())
      measured.with(
          creation, side, 1, new TrialOutcome.Skipped("interrupted", "run it again", true));
    ComparedRow row = onlyRow(judging(measured), new Measured());
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(row.figure(Side.BASE)).isEmpty();
  }

  private ComparedRow allocation(double base, double head, double spread) {
    Measured measured = new Measured();
    for (Side side : Side.values())
      for (int fork = 1; fork <= FORKS; fork++)
        measured.with(
            creation,
            side,
            fork,
            Trials.completed(
                new Measure(RATE, around(1e6, FORKS)[fork - 1]),
                new Measure(
                    Metrics.ALLOCATED_BYTES,
                    (side == Side.BASE ? base : head) * (1 + spread * (fork % 3 - 1)))));
    return judging(measured).rows(new Measured().analysis()).get(1);
  }

  private Measured both(double[] base, double[] head) {
    return new Measured()
        .with(creation, Side.BASE, 1, RATE, base)
        .with(creation, Side.HEAD, 1, RATE, head);
  }

  private static Judging judging(Measured stageOne) {
    return new Judging(Measured.plan(FORKS), stageOne.analysis(), GATES);
  }

  private static ComparedRow onlyRow(Judging judging, Measured stageTwo) {
    List<ComparedRow> rows = judging.rows(stageTwo.analysis());
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
