package org.bindbench.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.pairing.Measured.RATE;
import static org.bindbench.analysis.pairing.Measured.around;

import java.util.Optional;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateReport.Outcome;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.Measured;
import org.bindbench.config.Settings;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Skipped;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.comparison.Side;
import org.junit.jupiter.api.Test;

/** What the trials of a comparison come to, whole or not. */
class JudgementTest {
  private static final int FORKS = 8;
  private static final TrialOutcome NO_BINDING = new Skipped("bindings not available", "add them");
  private static final TrialOutcome CUT_SHORT = new Skipped("interrupted", "run it again", true);

  private final CaseDeclaration slow = Measured.rate("slow");
  private final CaseDeclaration other = Measured.rate("other");

  @Test
  void aCaseThatCannotRunHereKeepsNoOtherFromBeingMeasuredAgain() {
    Measured measured = slower(slow, 1);
    for (Side side : Side.values()) measured.with(other, side, 1, NO_BINDING);

    assertThat(judgement(measured).flagged())
        .extracting(subject -> subject.id().name())
        .containsExactly("slow");
    ComparedRow row = row(judgement(measured).compared(), "other");
    assertThat(row.comparison().verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(row.comparison().reason()).contains("bindings not available");
    assertThat(judgement(measured).compared().notes()).isEmpty();
  }

  @Test
  void aCaseThatOnlyTheHeadCannotRunIsGone() {
    Measured measured =
        new Measured()
            .with(other, Side.BASE, 1, RATE, around(1e6, FORKS))
            .with(other, Side.HEAD, 1, NO_BINDING);

    assertThat(row(judgement(measured).compared(), "other").standing()).isEqualTo(Standing.GONE);
  }

  @Test
  void anInterruptedComparisonIsNoPass() {
    Measured measured = even(slow);
    for (Side side : Side.values()) measured.with(other, side, 1, CUT_SHORT);

    assertThat(judgement(measured).flagged()).isEmpty();
    ComparedRun compared = judgement(measured).compared();
    assertThat(compared.gates().outcome()).isEqualTo(Outcome.NOT_JUDGED);
    assertThat(compared.gates().obstacle()).contains("interrupted");
    assertThat(compared.notes()).singleElement().asString().contains("interrupted");
  }

  @Test
  void whatWasMeasuredAgainBeforeTheEndCounts() {
    Measured measured = slower(slow, 1);
    slower(measured, other, 1);
    slower(measured, slow, FORKS + 1);
    measured.with(other, Side.BASE, FORKS + 1, RATE, around(3e6, FORKS));
    measured.with(other, Side.HEAD, FORKS + 1, CUT_SHORT);

    ComparedRun compared = judgement(measured).compared();
    assertThat(row(compared, "slow").comparison().verdict()).isEqualTo(Verdict.WORSE);
    assertThat(row(compared, "other").comparison().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(compared.gates().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void whatFailsItWasDecidedBeforeItWasMeasuredUnlessSomebodyAsksOtherwise() {
    Measured measured = slower(slow, 1);
    slower(measured, slow, FORKS + 1);
    ComparisonPlan told = plan(FailOn.NEVER);

    assertThat(judgement(measured, told, Optional.empty()).compared().isFailed()).isFalse();
    assertThat(judgement(measured, told, Optional.of(FailOn.MINOR)).compared().isFailed()).isTrue();
    assertThat(judgement(measured, plan(FailOn.MINOR), Optional.empty()).compared().failOn())
        .isEqualTo(FailOn.MINOR);
    assertThat(judgement(measured).compared().failOn()).isEqualTo(FailOn.GATES);
  }

  private static Measured even(CaseDeclaration declaration) {
    return new Measured()
        .with(declaration, Side.BASE, 1, RATE, around(1e6, FORKS))
        .with(declaration, Side.HEAD, 1, RATE, around(1e6, FORKS));
  }

  private static Measured slower(CaseDeclaration declaration, int firstFork) {
    return slower(new Measured(), declaration, firstFork);
  }

  private static Measured slower(Measured measured, CaseDeclaration declaration, int firstFork) {
    return measured
        .with(declaration, Side.BASE, firstFork, RATE, around(3e6, FORKS))
        .with(declaration, Side.HEAD, firstFork, RATE, around(1e6, FORKS));
  }

  private static Judgement judgement(Measured measured) {
    return judgement(measured, Measured.plan(FORKS), Optional.empty());
  }

  private static Judgement judgement(
      Measured measured, ComparisonPlan plan, Optional<FailOn> failOn) {
    return new Judgement(measured.analysis().run(), plan, Settings.defaults(), failOn);
  }

  private static ComparisonPlan plan(FailOn failOn) {
    return Measured.plan(FORKS).failingOn(failOn.title());
  }

  private static ComparedRow row(ComparedRun compared, String name) {
    return compared.rows().stream()
        .filter(row -> row.comparison().subject().id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
