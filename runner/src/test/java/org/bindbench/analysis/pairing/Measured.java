package org.bindbench.analysis.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.comparison.Lone;
import org.bindbench.model.comparison.Match;
import org.bindbench.model.comparison.Side;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Trials of two sides as workers would have reported them. */
public final class Measured {
  public static final Metric RATE = Metrics.rate("objects");

  private final List<TrialRecord> trials = new ArrayList<>();

  public static CaseDeclaration rate(String name) {
    return Trials.declaration("luaj", name, "rate", "objects");
  }

  public static CaseDeclaration retained(String name) {
    return Trials.declaration("luaj", name, "retained", "objects");
  }

  /** Forks with one value each of one metric, and the answer 7. */
  public Measured with(
      CaseDeclaration declaration, Side side, int firstFork, Metric metric, double... values) {
    for (int i = 0; i < values.length; i++)
      with(
          declaration,
          side,
          firstFork + i,
          Trials.completed(new Measure(metric, values[i]), new Measure(Metrics.ANSWER, 7)));
    return this;
  }

  /** One fork. */
  public Measured with(CaseDeclaration declaration, Side side, int fork, TrialOutcome outcome) {
    return with(declaration, side.id(), fork, outcome);
  }

  public Measured with(CaseDeclaration declaration, String setup, int fork, TrialOutcome outcome) {
    return with(declaration, setup, fork, outcome, Trials.worker("luaj", true, "alone"));
  }

  public Measured with(
      CaseDeclaration declaration,
      String setup,
      int fork,
      TrialOutcome outcome,
      WorkerFacts worker) {
    trials.add(
        new TrialRecord(
            new TrialSpec(
                declaration, declaration.ids().get(0), "luaj", BindingStyle.HAND, setup, fork),
            outcome,
            Optional.of(worker),
            1,
            1));
    return this;
  }

  public RunAnalysis analysis() {
    return RunAnalyser.analyse(Trials.run(trials), List.of());
  }

  public static ComparisonPlan plan(int forks, Lone... lone) {
    return new ComparisonPlan(
        List.of("engine luaj"),
        List.of("engine luaj"),
        List.of(),
        true,
        forks,
        List.of(match()),
        List.of(lone),
        "");
  }

  public static Match match() {
    return new Match("luaj", BindingStyle.HAND, "luaj", BindingStyle.HAND);
  }

  /** The values around a level, which differ by a hundredth. */
  public static double[] around(double level, int forks) {
    double[] values = new double[forks];
    for (int i = 0; i < forks; i++) values[i] = level * (1 + 0.01 * (i % 3 - 1));
    return values;
  }
}
