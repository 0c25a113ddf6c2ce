package org.bindbench.history.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.FinishedRuns;
import org.bindbench.analysis.pairing.Kept;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Threshold;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;

/** Runs of one case and more, as they are judged. */
final class Runs {
  private final List<TrialRecord> trials = new ArrayList<>();

  /** A case at a rate, in five forks that differ by a hundredth. */
  Runs rate(String name, double level) {
    for (int fork = 1; fork <= 5; fork++)
      with(
          name,
          fork,
          Trials.completed(
              new Measure(Metrics.rate("objects"), level * (1 + 0.01 * (fork % 3 - 1))),
              new Measure(Metrics.ANSWER, 7)));
    return this;
  }

  Runs with(String name, int fork, TrialOutcome outcome) {
    CaseDeclaration declaration = Trials.declaration("luaj", name, "rate", "objects");
    trials.add(Trials.trial(declaration, "luaj", BindingStyle.OWN, fork, outcome));
    return this;
  }

  RunAnalysis analysis(Threshold... thresholds) {
    return RunAnalyser.analyse(Trials.run(trials), List.of(thresholds));
  }

  List<KeptRow> kept() {
    return Kept.rows(analysis(), Map.of());
  }

  ComparedRun against(Runs base, boolean forced) {
    return compared(base.kept(), kept(), forced);
  }

  static ComparedRun compared(List<KeptRow> base, List<KeptRow> head, boolean forced) {
    RunRecord run = Trials.run(List.of());
    List<ComparedRow> rows =
        new FinishedRuns(subject -> Gates.of(subject.metric()), (any, id) -> true, forced)
            .rows(base, head);
    return new ComparedRun(
        "id",
        run.startedAt(),
        run.elapsed(),
        run.environment(),
        run.plan(),
        new ComparisonPlan(List.of("baseline main"), List.of("run")),
        false,
        rows,
        0,
        ComparedRun.held(GateRules.USUAL, rows, 0, List.of()),
        0,
        List.of());
  }
}
