package org.bindbench.analysis.stress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.bindbench.analysis.Summaries;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Sample;
import org.bindbench.model.metric.StepEnd;
import org.bindbench.model.metric.StressMetrics;

/**
 * The steps of a trial, from the least pressure to the most.
 *
 * @param steps rising in size
 */
public record Ladder(List<Step> steps) {
  public Ladder {
    steps = List.copyOf(steps);
  }

  /** The ladder that a trial's readings tell of; without steps where they tell of none. */
  public static Ladder of(List<Sample> samples) {
    Map<Long, List<Sample>> bySize =
        samples.stream()
            .collect(Collectors.groupingBy(Sample::operations, TreeMap::new, Collectors.toList()));
    List<Step> steps = new ArrayList<>();
    bySize.forEach((size, readings) -> step(size, readings).ifPresent(steps::add));
    return new Ladder(steps);
  }

  private static Optional<Step> step(long size, List<Sample> readings) {
    double code = reading(readings, StressMetrics.STEP_END);
    return Double.isNaN(code)
        ? Optional.empty()
        : Optional.of(
            new Step(
                size,
                StepEnd.of(code),
                reading(readings, StressMetrics.STEP_THROUGHPUT),
                reading(readings, StressMetrics.STEP_COLLECTING),
                reading(readings, StressMetrics.STEP_LIVE_BYTES),
                reading(readings, StressMetrics.STEP_RIGHT)));
  }

  private static double reading(List<Sample> readings, Metric metric) {
    return readings.stream()
        .filter(sample -> sample.metric().equals(metric.id()))
        .mapToDouble(Sample::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * The ladder of several forks: of each figure the median of the forks that have it, and of the
   * ends the worst.
   */
  public static Ladder middle(List<Ladder> forks) {
    Map<Long, List<Step>> bySize =
        forks.stream()
            .flatMap(fork -> fork.steps.stream())
            .collect(Collectors.groupingBy(Step::size, TreeMap::new, Collectors.toList()));
    List<Step> steps = new ArrayList<>();
    bySize.forEach((size, alike) -> steps.add(middle(size, alike)));
    return new Ladder(steps);
  }

  private static Step middle(long size, List<Step> alike) {
    return new Step(
        size,
        alike.stream().map(Step::end).max(Comparator.naturalOrder()).orElseThrow(),
        median(alike, Step::throughput),
        median(alike, Step::collecting),
        median(alike, Step::liveBytes),
        median(alike, Step::right));
  }

  private static double median(List<Step> alike, ToDoubleFunction<Step> figure) {
    double[] values = alike.stream().mapToDouble(figure).filter(Double::isFinite).toArray();
    return values.length == 0 ? Double.NaN : Summaries.quantile(values, 0.5);
  }

  /** The steps that passed. */
  public List<Step> passed() {
    return steps.stream().filter(Step::passed).toList();
  }

  /** The last step up to which all passed; empty where the first did not. */
  public Optional<Step> reached() {
    return steps.stream().takeWhile(Step::passed).reduce((one, next) -> next);
  }

  /** The first step that did not pass. */
  public Optional<Step> failed() {
    return steps.stream().filter(step -> !step.passed()).findFirst();
  }

  /** The step that passed with the highest throughput: the first ones may still be warming up. */
  public Optional<Step> fastest() {
    return passed().stream().max(Comparator.comparingDouble(Step::throughput));
  }

  /** Throughput of the last step that passed in percent of the fastest one's; NaN without any. */
  public double keptPercent() {
    List<Step> passed = passed();
    return fastest()
        .map(best -> 100 * passed.get(passed.size() - 1).throughput() / best.throughput())
        .orElse(Double.NaN);
  }

  /** From the fastest step on the last up to which throughput was at least that share of its. */
  public Optional<Step> keeping(double share) {
    return fastest()
        .flatMap(
            best ->
                passed().stream()
                    .dropWhile(step -> step.size() < best.size())
                    .takeWhile(step -> step.throughput() >= share * best.throughput())
                    .reduce((one, next) -> next));
  }

  /** The score, see {@link Stability#DEFINITION}; NaN without steps. */
  public double stability() {
    return steps.isEmpty()
        ? Double.NaN
        : Stability.score(passed().size(), steps.size(), keptPercent());
  }
}
