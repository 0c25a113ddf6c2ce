package org.bindbench.analysis;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.bindbench.model.metric.Metric;

/**
 * Summarises fork values. The fork is the statistical unit: one value per fork goes in.
 *
 * <p>Quantiles are type 7 of Hyndman &amp; Fan, "Sample quantiles in statistical packages", 1996;
 * deviations have the divisor n − 1.
 */
public final class Summaries {
  /** Confidence level of every interval in reports. */
  public static final double LEVEL = 0.95;

  /** Fewest forks that give an interval. */
  public static final int FEWEST_FORKS = 3;

  private static final Quantile TYPE_7 =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).withCopy(true);

  private Summaries() {}

  /**
   * The summary of one metric over the forks of one case.
   *
   * @param forkValues one finite value per fork, in the order of the forks
   * @throws IllegalArgumentException where there is no value, or one that is not finite
   */
  public static Summary summarise(Metric metric, List<Double> forkValues) {
    if (forkValues.isEmpty())
      throw new IllegalArgumentException(metric.id() + " has no fork value to summarise");
    double[] values = forkValues.stream().mapToDouble(Double::doubleValue).toArray();
    for (double value : values)
      if (!Double.isFinite(value))
        throw new IllegalArgumentException(metric.id() + " must be finite, but is " + value);
    double min = quantile(values, 0);
    double max = quantile(values, 1);
    double mean = min == max ? min : Mean.of(values).getAsDouble();
    double deviation = deviation(values);
    double median = quantile(values, 0.5);
    return new Summary(
        metric,
        forkValues,
        estimate(values),
        min,
        max,
        mean,
        median,
        deviation,
        mean > 0 ? deviation / mean : Double.NaN,
        medianAbsoluteDeviation(values, median));
  }

  /** Type-7 quantile; the values may be in any order and are left as they are. */
  public static double quantile(double[] values, double probability) {
    return TYPE_7.evaluate(values, probability);
  }

  /**
   * The headline with its interval: geometric mean with t on the logarithms where all values are
   * positive, else arithmetic mean with t. Values that repeat exactly, as exact byte counts do,
   * have an interval without width; anything else has not.
   */
  private static Optional<Estimate> estimate(double[] values) {
    if (values.length < FEWEST_FORKS) return Optional.empty();
    if (isConstant(values))
      return Optional.of(new Estimate(values[0], values[0], values[0], LEVEL));
    if (!allPositive(values)) return Optional.of(tInterval(values));
    Estimate log = tInterval(logarithms(values));
    return Optional.of(
        new Estimate(Math.exp(log.value()), Math.exp(log.low()), Math.exp(log.high()), LEVEL));
  }

  private static Estimate tInterval(double[] values) {
    double mean = Mean.of(values).getAsDouble();
    double reach = tQuantile(values.length - 1.0) * deviation(values) / Math.sqrt(values.length);
    return new Estimate(mean, mean - reach, mean + reach, LEVEL);
  }

  /** The factor that a standard error is multiplied by for a two-sided interval. */
  public static double tQuantile(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - LEVEL) / 2);
  }

  /** The natural logarithms of positive values. */
  public static double[] logarithms(double[] values) {
    double[] logs = new double[values.length];
    for (int i = 0; i < values.length; i++) logs[i] = Math.log(values[i]);
    return logs;
  }

  /** Whether every value is above zero, and a number. */
  public static boolean allPositive(double[] values) {
    for (double value : values) if (!(value > 0)) return false;
    return true;
  }

  /** Whether every value is exactly the first one. */
  public static boolean isConstant(double[] values) {
    for (double value : values) if (value != values[0]) return false;
    return true;
  }

  /** Sample standard deviation, exactly 0 for values that repeat; NaN for fewer than two. */
  public static double deviation(double[] values) {
    if (values.length < 2) return Double.NaN;
    return isConstant(values) ? 0 : StandardDeviation.of(values).getAsDouble();
  }

  /** NaN for fewer than two values, as {@link #deviation}. */
  private static double medianAbsoluteDeviation(double[] values, double median) {
    if (values.length < 2) return Double.NaN;
    double[] distances = new double[values.length];
    for (int i = 0; i < values.length; i++) distances[i] = Math.abs(values[i] - median);
    return quantile(distances, 0.5);
  }
}
