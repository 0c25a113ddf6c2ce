package org.bindbench.analysis.inference;

import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Mean;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;

/**
 * Percentile intervals from forks that are drawn again and again with replacement (Efron &amp;
 * Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13). A second view beside the t
 * interval, which covers the truth more often where forks are few; so there is none below 8.
 */
public final class Bootstrap {
  /** Fewest forks of a side. */
  public static final int FEWEST_FORKS = 8;

  private static final int RESAMPLES = 10_000;

  private Bootstrap() {}

  /**
   * The geometric mean with its 95 % interval.
   *
   * @param forks positive values, one per fork
   * @param seed of the draws; the same seed gives the same interval
   * @return empty below 8 forks, or where a value is not positive
   */
  public static Optional<Estimate> of(double[] forks, long seed) {
    if (!isFit(forks)) return Optional.empty();
    double[] logs = Summaries.logarithms(forks);
    return Optional.of(
        estimate(Mean.of(logs).getAsDouble(), seed, random -> resampledMean(logs, random)));
  }

  /**
   * above / below, the ratio of the geometric means, with its 95 % interval; each side is drawn by
   * itself.
   *
   * @return empty where a side has fewer than 8 forks or a value that is not positive
   */
  public static Optional<Estimate> ratio(double[] above, double[] below, long seed) {
    if (!isFit(above) || !isFit(below)) return Optional.empty();
    double[] a = Summaries.logarithms(above);
    double[] b = Summaries.logarithms(below);
    return Optional.of(
        estimate(
            Mean.of(a).getAsDouble() - Mean.of(b).getAsDouble(),
            seed,
            random -> resampledMean(a, random) - resampledMean(b, random)));
  }

  private static boolean isFit(double[] forks) {
    return forks.length >= FEWEST_FORKS && Summaries.allPositive(forks);
  }

  private static Estimate estimate(double log, long seed, ToDoubleFunction<Random> draw) {
    Random random = new Random(seed);
    double[] drawn = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) drawn[i] = draw.applyAsDouble(random);
    double tail = (1 - Summaries.LEVEL) / 2;
    return new Estimate(
        Math.exp(log),
        Math.exp(Summaries.quantile(drawn, tail)),
        Math.exp(Summaries.quantile(drawn, 1 - tail)),
        Summaries.LEVEL);
  }

  private static double resampledMean(double[] values, Random random) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) sum += values[random.nextInt(values.length)];
    return sum / values.length;
  }
}
