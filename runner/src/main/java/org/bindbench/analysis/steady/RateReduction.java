package org.bindbench.analysis.steady;

import java.util.List;
import java.util.stream.IntStream;
import org.bindbench.analysis.Summaries;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * The one value that a fork contributes to the statistics of a rate: the median over its measured
 * iterations, each of them the operations of its segments over their time.
 */
public final class RateReduction {
  private RateReduction() {}

  /** The fork's value as time: 10⁹ / {@link #operationsPerSecond}. */
  public static double nanosPerOperation(List<Sample> samples, int segmentsPerIteration) {
    return 1e9 / operationsPerSecond(samples, segmentsPerIteration);
  }

  /**
   * The fork's value as rate.
   *
   * @param samples readings in the order they were taken; only measured {@code elapsed_nanos} count
   * @param segmentsPerIteration consecutive segments that make an iteration; a last one that is not
   *     complete counts only where it is the only one
   * @throws IllegalArgumentException where nothing was measured, or it took no time
   */
  public static double operationsPerSecond(List<Sample> samples, int segmentsPerIteration) {
    return Summaries.quantile(iterations(samples, segmentsPerIteration), 0.5);
  }

  /** The rate of each measured iteration, in the order they were taken; see above. */
  public static double[] iterations(List<Sample> samples, int segmentsPerIteration) {
    if (segmentsPerIteration < 1)
      throw new IllegalArgumentException(
          "an iteration needs at least 1 segment, not " + segmentsPerIteration);
    List<Sample> measured = measured(samples);
    int length = Math.min(segmentsPerIteration, measured.size());
    return IntStream.range(0, measured.size() / length)
        .mapToDouble(i -> rate(measured.subList(i * length, (i + 1) * length)))
        .toArray();
  }

  /**
   * How far calls of the same trial are apart: P90 less P10 of their time per operation, over its
   * median; quantiles of type 7.
   *
   * @param samples readings of which only measured {@code elapsed_nanos} count
   * @throws IllegalArgumentException where nothing was measured
   */
  public static double scatter(List<Sample> samples) {
    double[] times =
        measured(samples).stream().mapToDouble(each -> each.value() / each.operations()).toArray();
    return (Summaries.quantile(times, 0.9) - Summaries.quantile(times, 0.1))
        / Summaries.quantile(times, 0.5);
  }

  private static List<Sample> measured(List<Sample> samples) {
    List<Sample> measured =
        samples.stream()
            .filter(each -> each.phase() == Phase.MEASURED)
            .filter(each -> each.metric().equals(Metrics.ELAPSED_NANOS.id()))
            .toList();
    if (measured.isEmpty())
      throw new IllegalArgumentException(
          "none of " + samples.size() + " samples is a measured " + Metrics.ELAPSED_NANOS.id());
    return measured;
  }

  private static double rate(List<Sample> iteration) {
    double operations = iteration.stream().mapToDouble(Sample::operations).sum();
    double nanos = iteration.stream().mapToDouble(Sample::value).sum();
    if (!(operations > 0) || !(nanos > 0))
      throw new IllegalArgumentException(
          "an iteration needs operations and time, not "
              + operations
              + " operations in "
              + nanos
              + " ns");
    return operations / nanos * 1e9;
  }
}
