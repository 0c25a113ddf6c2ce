package org.bindbench.analysis;

import java.util.List;
import java.util.Optional;
import org.bindbench.model.metric.Metric;

/**
 * One metric over the forks of one case. Quantiles are type 7, deviations are sample deviations
 * (divisor n − 1).
 *
 * @param forkValues one value per fork, in the order of the forks
 * @param estimate geometric mean with a 95 % t interval on the logarithms for positive values,
 *     arithmetic mean with a t interval where a value is zero or negative; empty below 3 forks
 * @param deviation sample standard deviation; NaN for one fork
 * @param cv coefficient of variation, deviation / mean; NaN where undefined
 * @param mad median absolute deviation from the median; NaN for one fork
 */
public record Summary(
    Metric metric,
    List<Double> forkValues,
    Optional<Estimate> estimate,
    double min,
    double max,
    double mean,
    double median,
    double deviation,
    double cv,
    double mad) {
  public Summary {
    forkValues = List.copyOf(forkValues);
  }

  /** The same forks with an interval that was found in another way, such as by a fit. */
  public Summary withEstimate(Estimate fitted) {
    return new Summary(
        metric, forkValues, Optional.of(fitted), min, max, mean, median, deviation, cv, mad);
  }

  /** The headline: the estimate's value, or the median where there are too few forks for one. */
  public double value() {
    return estimate.map(Estimate::value).orElse(median);
  }
}
