package org.bindbench.analysis.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Elimination;
import org.bindbench.analysis.steady.RateReduction;
import org.bindbench.analysis.steady.SteadyState;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/**
 * What the readings of a timed trial come to: {@link TrialOutcome.Eliminated} where allocation or,
 * once the series settled, scaling say that the work was removed, else the rate in front of the
 * other measures. Reviewing twice changes nothing.
 */
final class RateReview {
  /**
   * P90 less P10 of the calls over their median. For normal scatter the standard error of a median
   * of 15 calls is then 3.2 % and that of the ratio of two 4.5 %, less than half of the 10 % that a
   * ratio may be off.
   */
  private static final double MOST_SCATTER = 0.25;

  private RateReview() {}

  static TrialRecord review(TrialRecord trial, Plan plan) {
    if (!(trial.outcome() instanceof Completed completed)
        || Protocol.of(trial.spec().declaration()) != Protocol.RATE
        || completed.samples().isEmpty()
        || completed.measures().stream().anyMatch(each -> each.metric().id().equals(Metrics.RATE)))
      return trial;
    CaseDeclaration declaration = trial.spec().declaration();
    Optional<String> removed =
        measure(completed, Metrics.ALLOCATED_BYTES)
            .flatMap(bytes -> Elimination.byAllocation(bytes, declaration.leastAllocation()))
            .or(() -> removedByScaling(completed));
    if (removed.isPresent())
      return trial.withOutcome(new TrialOutcome.Eliminated(removed.get(), completed.samples()));
    double rate = RateReduction.operationsPerSecond(completed.samples(), segments(trial, plan));
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(Metrics.rate(declaration.unit()), rate));
    measures.addAll(completed.measures());
    return trial.withOutcome(
        new Completed(measures, completed.absent(), completed.samples(), completed.capability()));
  }

  /**
   * Two times can be compared only once they settled, for code that still compiles scales oddly,
   * and where calls of one length take about the same time: threads that change their processor do
   * not.
   */
  private static Optional<String> removedByScaling(Completed completed) {
    return SteadyState.classify(completed.samples()).isSteady()
            && RateReduction.scatter(completed.samples()) <= MOST_SCATTER
        ? measure(completed, Metrics.SCALING).flatMap(Elimination::byScaling)
        : Optional.empty();
  }

  private static Optional<Double> measure(Completed completed, Metric metric) {
    return completed.measures().stream()
        .filter(each -> each.metric().id().equals(metric.id()))
        .map(Measure::value)
        .findFirst();
  }

  private static int segments(TrialRecord trial, Plan plan) {
    Effort effort = plan.efforts().get(trial.spec().engine());
    if (effort == null)
      throw new IllegalArgumentException("the plan has no effort for " + trial.spec().engine());
    return effort.segmentsPerIteration();
  }
}
