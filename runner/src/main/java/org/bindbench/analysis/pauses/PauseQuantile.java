package org.bindbench.analysis.pauses;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.PauseMetrics;
import org.bindbench.model.metric.Sample;

/**
 * A quantile of the pauses of all forks of a row together. One fork has too few of them for a
 * percentile that anything is certain of, so the forks' own quantiles only show how far they are
 * apart; the bounds take the pauses as independent.
 */
public enum PauseQuantile {
  P50(PauseMetrics.PAUSE_P50, 0.5),
  P95(PauseMetrics.PAUSE_P95, 0.95),
  P99(PauseMetrics.PAUSE_P99, 0.99);

  private final Metric metric;
  private final double probability;

  PauseQuantile(Metric metric, double probability) {
    this.metric = metric;
    this.probability = probability;
  }

  /** The metric whose value the quantile is. */
  public Metric metric() {
    return metric;
  }

  /** Share of the pauses that are no longer. */
  public double probability() {
    return probability;
  }

  /** The pauses of a fork that no script or tool asked for, in ms, as they came. */
  public static double[] pauses(Completed fork) {
    return fork.samples().stream()
        .filter(sample -> sample.metric().equals(PauseMetrics.PAUSE.id()))
        .mapToDouble(Sample::value)
        .toArray();
  }

  /**
   * The quantile over all forks, type 7, with a bound on either side that holds with 95 % each; the
   * forks' own quantiles are its fork values. Empty where {@link #absent} says why.
   */
  public Optional<Summary> summary(List<Completed> forks) {
    double[] all = sorted(forks);
    if (all.length < OrderBounds.fewest(probability)) return Optional.empty();
    double low = OrderBounds.lower(all, probability).orElse(all[0]);
    double high = OrderBounds.upper(all, probability).orElseThrow();
    Estimate pooled =
        new Estimate(Summaries.quantile(all, probability), low, high, OrderBounds.BOTH);
    List<Double> byFork =
        forks.stream()
            .map(PauseQuantile::pauses)
            .filter(pauses -> pauses.length > 0)
            .map(pauses -> Summaries.quantile(pauses, probability))
            .toList();
    return Optional.of(Summaries.summarise(metric, byFork).withEstimate(pooled));
  }

  /** Why there is no quantile, with the longest pause in its place; empty where there is one. */
  public Optional<Absent> absent(List<Completed> forks) {
    double[] all = sorted(forks);
    int fewest = OrderBounds.fewest(probability);
    if (all.length >= fewest) return Optional.empty();
    Optional<String> unseen = unseen(forks);
    if (unseen.isPresent()) return Optional.of(new Absent(metric, unseen.get()));
    return Optional.of(
        new Absent(
            metric,
            all.length == 0
                ? "there was no pause"
                : String.format(
                    Locale.ROOT,
                    "a %s needs %d pauses, and there %s; the longest took %.2f ms",
                    name(),
                    fewest,
                    all.length == 1 ? "was 1" : "were " + all.length,
                    all[all.length - 1])));
  }

  /** Why pauses of a fork are not known. */
  private static Optional<String> unseen(List<Completed> forks) {
    return forks.stream()
        .flatMap(fork -> fork.absent().stream())
        .filter(each -> each.metric().id().equals(PauseMetrics.PAUSES.id()))
        .map(Absent::reason)
        .findFirst();
  }

  private static double[] sorted(List<Completed> forks) {
    double[] all = forks.stream().flatMapToDouble(fork -> Arrays.stream(pauses(fork))).toArray();
    Arrays.sort(all);
    return all;
  }

  /** Summaries of all quantiles of a row's forks that there are. */
  public static List<Summary> summaries(List<Completed> forks) {
    return Arrays.stream(values()).flatMap(each -> each.summary(forks).stream()).toList();
  }

  /** All quantiles of a row's forks that there are not. */
  public static List<Absent> absences(List<Completed> forks) {
    return Arrays.stream(values()).flatMap(each -> each.absent(forks).stream()).toList();
  }
}
