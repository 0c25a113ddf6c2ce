package org.bindbench.analysis.inference;

import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * How the effort of a measurement is best divided between forks and their iterations (Kalibera
 * &amp; Jones, "Rigorous benchmarking in reasonable time", ISMM 2013, section 6).
 *
 * @param iterationVariance S²: mean of the variances within forks
 * @param forkVariance T²: variance of the forks' true means, unbiased and so possibly below zero
 */
public record ForkPlan(double iterationVariance, double forkVariance) {
  /**
   * The variances of a pilot: T² is the variance of the forks' means less S² over the iterations of
   * a fork.
   *
   * @param forks two or more forks of equally many iterations, two or more
   */
  public static ForkPlan of(List<List<Double>> forks) {
    if (forks.size() < 2) throw new IllegalArgumentException("a pilot needs two forks or more");
    int iterations = forks.get(0).size();
    if (iterations < 2 || forks.stream().anyMatch(fork -> fork.size() != iterations))
      throw new IllegalArgumentException(
          "the forks of a pilot need equally many iterations, two or more");
    double within =
        forks.stream().mapToDouble(fork -> variance(array(fork))).average().orElseThrow();
    double[] means =
        forks.stream().mapToDouble(fork -> Mean.of(array(fork)).getAsDouble()).toArray();
    return new ForkPlan(within, variance(means) - within / iterations);
  }

  /**
   * Iterations per fork that give the narrowest interval for their time: ⌈√((c_fork/c_iteration) ·
   * (S²/T²))⌉, at least 1. What effort is left goes to more forks.
   *
   * @param forkCost time of a fork before its first measured iteration, warm-up included
   * @param iterationCost time of an iteration, in the same unit
   * @return empty where T² is zero or less: forks do not differ, and the fewest will do
   */
  public OptionalInt iterations(double forkCost, double iterationCost) {
    if (!(forkCost > 0) || !(iterationCost > 0))
      throw new IllegalArgumentException(
          "costs must be above 0, but are " + forkCost + " and " + iterationCost);
    if (forkVariance <= 0) return OptionalInt.empty();
    double best = Math.sqrt(forkCost / iterationCost * (iterationVariance / forkVariance));
    return OptionalInt.of((int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.ceil(best))));
  }

  private static double variance(double[] values) {
    return Variance.of(values).getAsDouble();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
