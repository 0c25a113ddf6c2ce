package org.bindbench.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.Judging;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.comparison.ComparisonPlan;

/**
 * What the trials of an interleaved comparison come to, while it runs and later from its folder.
 */
final class Judgement {
  private final RunRecord run;
  private final ComparisonPlan sides;
  private final Settings settings;
  private final RunAnalysis stageOne;
  private final Judging judging;

  Judgement(RunRecord run, ComparisonPlan sides, Settings settings) {
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
  ComparedRun compared() {
    RunAnalysis stageTwo = analysis(trial -> trial.spec().fork() > sides.forks());
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
        judging.rows(stageTwo),
        stageTwo.run().trials().size(),
        Gating.failOn(settings, sides.versions()),
        settings.inconclusiveFails(),
        errors(stageOne) + errors(stageTwo),
        notes);
  }

  private boolean isInterrupted() {
    return run.trials().stream().anyMatch(trial -> trial.outcome() instanceof TrialOutcome.Skipped);
  }

  private RunAnalysis analysis(Predicate<TrialRecord> of) {
    return RunAnalyser.analyse(
        new RunRecord(
            run.id(),
            run.startedAt(),
            run.elapsed(),
            run.environment(),
            run.plan(),
            run.trials().stream().filter(of).toList()),
        List.of());
  }

  static int errors(RunAnalysis analysis) {
    return (int)
        analysis.run().trials().stream().filter(trial -> trial.outcome().isError()).count();
  }
}
