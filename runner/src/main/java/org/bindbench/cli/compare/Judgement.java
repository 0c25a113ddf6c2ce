package org.bindbench.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.Judging;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.comparison.Side;

/**
 * What the trials of an interleaved comparison come to, while it runs and later from its folder.
 */
public final class Judgement {
  private final RunRecord run;
  private final ComparisonPlan sides;
  private final Settings settings;
  private final RunAnalysis stageOne;
  private final Judging judging;
  private final Optional<FailOn> failOn;

  /** A judgement by the gates of the settings; what fails it was decided before it was measured. */
  public Judgement(RunRecord run, ComparisonPlan sides, Settings settings) {
    this(run, sides, settings, Optional.empty());
  }

  /**
   * The same where somebody asks otherwise by now.
   *
   * @param failOn what fails it instead
   */
  public Judgement(
      RunRecord run, ComparisonPlan sides, Settings settings, Optional<FailOn> failOn) {
    this.failOn = failOn;
    this.run = run;
    this.sides = sides;
    this.settings = settings;
    this.stageOne = analysis(trial -> trial.spec().fork() <= sides.forks());
    this.judging = new Judging(sides, stageOne, Gating.gates(settings));
  }

  /** What is to be measured again: nothing where stage one was interrupted. */
  Set<Subject> flagged() {
    return isInterrupted() ? Set.of() : judging.flagged();
  }

  /** The comparison, from whatever was measured. */
  public ComparedRun compared() {
    Set<Subject> flagged = judging.flagged();
    RunAnalysis stageTwo = analysis(trial -> !isOfStageOne(trial) && isOf(trial.spec(), flagged));
    List<ComparedRow> rows = judging.rows(stageTwo);
    int errors = errors(stageOne) + errors(stageTwo);
    List<String> notes = new ArrayList<>();
    if (isInterrupted())
      notes.add("the run was interrupted: what it had not measured again by then is inconclusive");
    return new ComparedRun(
        run.id(),
        run.startedAt(),
        run.elapsed(),
        run.environment(),
        run.plan(),
        sides,
        true,
        rows,
        stageTwo.run().trials().size(),
        held(rows, errors),
        errors,
        notes);
  }

  private GateReport held(List<ComparedRow> rows, int errors) {
    FailOn decided =
        failOn
            .or(() -> FailOn.of(sides.failOn()))
            .orElseGet(() -> Gating.failOn(settings, Gating.usual(sides)));
    GateReport report =
        ComparedRun.held(Gating.rules(settings, decided).on(decided), rows, errors, missed());
    return isInterrupted() ? report.ofInterrupted() : report;
  }

  /**
   * Thresholds that the head missed in stage one, whose forks were not picked by what they show.
   */
  private List<String> missed() {
    RunRecord head = of(trial -> isOfStageOne(trial) && isOfHead(trial.spec()));
    return head.trials().isEmpty()
        ? List.of()
        : Gating.missed(RunAnalyser.analyse(head, settings.thresholds()));
  }

  private boolean isOfStageOne(TrialRecord trial) {
    return trial.spec().fork() <= sides.forks();
  }

  private static boolean isOfHead(TrialSpec trial) {
    return trial.setup().equals(Side.HEAD.id());
  }

  /** Others were measured again to keep these company, and count nowhere. */
  private static boolean isOf(TrialSpec trial, Set<Subject> flagged) {
    return flagged.stream()
        .filter(subject -> subject.id().equals(trial.id()))
        .map(subject -> isOfHead(trial) ? subject.head() : subject.base())
        .anyMatch(
            column -> column.engine().equals(trial.engine()) && column.style() == trial.style());
  }

  private boolean isInterrupted() {
    return run.trials().stream()
        .anyMatch(trial -> TrialOutcome.Skipped.isCutShort(trial.outcome()));
  }

  private RunAnalysis analysis(Predicate<TrialRecord> of) {
    return RunAnalyser.analyse(of(of), List.of());
  }

  private RunRecord of(Predicate<TrialRecord> meant) {
    return new RunRecord(
        run.id(),
        run.startedAt(),
        run.elapsed(),
        run.environment(),
        run.plan(),
        run.trials().stream().filter(meant).toList());
  }

  private static int errors(RunAnalysis analysis) {
    return errors(analysis.run().measuring());
  }

  /** Number of trials that errored. */
  public static int errors(Stream<TrialRecord> trials) {
    return (int) trials.filter(trial -> trial.outcome().isError()).count();
  }
}
