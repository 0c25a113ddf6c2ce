package org.bindbench.analysis.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.inference.ForkPlan;
import org.bindbench.analysis.steady.RateReduction;
import org.bindbench.model.Effort;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** Whether a row is narrowed sooner by more forks or by longer ones, by {@link ForkPlan}. */
final class ForksOrLonger {
  private static final String FORKS = "more forks narrow the interval";

  /** Below this many times the iterations measured, longer forks would gain little. */
  private static final double NOTABLY = 2;

  private ForksOrLonger() {}

  /**
   * What a fork measured.
   *
   * @param rates logarithm of the rate of each iteration
   * @param iterationNanos time of an iteration
   * @param otherNanos time of the trial beside its iterations: preparation and warm-up
   */
  private record Fork(List<Double> rates, double iterationNanos, double otherNanos) {}

  /** The advice for a row of a rate; that forks help where its readings do not tell more. */
  static String advice(CaseResult row, Plan plan) {
    Effort effort = plan.efforts().get(row.engine());
    List<Fork> forks =
        effort == null
            ? List.of()
            : row.trials().stream()
                .flatMap(trial -> fork(trial, effort.segmentsPerIteration()).stream())
                .toList();
    int iterations = forks.stream().mapToInt(fork -> fork.rates().size()).min().orElse(0);
    if (forks.size() < Summaries.FEWEST_FORKS || iterations < 2) return FORKS;
    double iterationNanos = mean(forks.stream().map(Fork::iterationNanos).toList());
    double otherNanos = mean(forks.stream().map(Fork::otherNanos).toList());
    if (!(otherNanos > 0)) return FORKS;
    OptionalInt best =
        ForkPlan.of(forks.stream().map(fork -> fork.rates().subList(0, iterations)).toList())
            .iterations(otherNanos, iterationNanos);
    if (best.isEmpty())
      return "a longer --measure narrows the interval for less time than more forks do: forks"
          + " differ no more than their iterations make them";
    if (best.getAsInt() < NOTABLY * iterations) return FORKS + ", longer ones hardly";
    return "--measure "
        + Figures.duration(Duration.ofNanos(Math.round(best.getAsInt() * iterationNanos)))
        + " narrows the interval for less time than more forks do: iterations scatter widely"
        + " within a fork";
  }

  private static Optional<Fork> fork(TrialRecord trial, int segmentsPerIteration) {
    if (!(trial.outcome() instanceof Completed completed)) return Optional.empty();
    double measuredNanos =
        completed.samples().stream()
            .filter(each -> each.phase() == Phase.MEASURED)
            .filter(each -> each.metric().equals(Metrics.ELAPSED_NANOS.id()))
            .mapToDouble(Sample::value)
            .sum();
    if (!(measuredNanos > 0)) return Optional.empty();
    double[] rates = RateReduction.iterations(completed.samples(), segmentsPerIteration);
    List<Double> logarithms = new ArrayList<>();
    Arrays.stream(Summaries.logarithms(rates)).forEach(logarithms::add);
    return Optional.of(
        new Fork(logarithms, measuredNanos / rates.length, trial.wallNanos() - measuredNanos));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
