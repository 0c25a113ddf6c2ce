package org.bindbench.analysis.review;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.bindbench.analysis.RulerDrift;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.change.DetectableChange;
import org.bindbench.analysis.steady.RateReduction;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/**
 * How even a machine runs the same thing in one JVM after the other.
 *
 * @param ruler the ruler's readings, one a fork
 * @param rate the rates, one a fork
 * @param detectable smallest change that a comparison with so many forks a side finds in 80 of 100
 *     cases, as a share; NaN where nothing can be said
 * @param moved how the machine changed its speed meanwhile; empty where it did not
 */
public record Evenness(Summary ruler, Summary rate, double detectable, Optional<String> moved) {
  /**
   * The evenness that these forks of one case on one engine show.
   *
   * @param forks at least two, in the order they ran, each with a ruler's reading and timed calls
   */
  public static Evenness of(List<Completed> forks, Effort effort, String unit) {
    List<Double> ruler = forks.stream().map(fork -> measured(fork, Metrics.RULER)).toList();
    List<Double> rates =
        forks.stream()
            .map(
                fork ->
                    RateReduction.operationsPerSecond(
                        fork.samples(), effort.segmentsPerIteration()))
            .toList();
    double logDeviation =
        StandardDeviation.of(rates.stream().mapToDouble(Math::log).toArray()).getAsDouble();
    return new Evenness(
        Summaries.summarise(Metrics.RULER, ruler),
        Summaries.summarise(Metrics.rate(unit), rates),
        DetectableChange.of(logDeviation, forks.size(), forks.size()),
        RulerDrift.between(ruler));
  }

  private static double measured(Completed fork, Metric metric) {
    return fork.measures().stream()
        .filter(measure -> measure.metric().id().equals(metric.id()))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a fork has no " + metric.id()));
  }
}
