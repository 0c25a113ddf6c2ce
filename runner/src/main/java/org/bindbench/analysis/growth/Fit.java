package org.bindbench.analysis.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;

/** A slope that is fitted to a trial's readings: per fork, and over all forks with its interval. */
public enum Fit {
  /** The live heap over the cycles, the first quarter of them left out. */
  CYCLES("lifecycle", Metrics.CYCLE_LIVE_BYTES, Metrics.GROWTH_PER_CYCLE) {
    @Override
    Optional<TheilSen.Series> series(List<Sample> readings) {
      List<Sample> counted = readings.subList(readings.size() / 4, readings.size());
      return Optional.of(
          new TheilSen.Series(
              counted.stream().map(sample -> (double) sample.iteration()).toList(),
              counted.stream().map(Sample::value).toList()));
    }
  },
  /** The logarithm of the median time of a size over the logarithm of the size. */
  TIME("scaling", Metrics.SIZE_NANOS, Metrics.TIME_EXPONENT) {
    @Override
    Optional<TheilSen.Series> series(List<Sample> readings) {
      return logarithmic(readings);
    }
  },
  /** The logarithm of the bytes of a size over the logarithm of the size. */
  MEMORY("scaling", Metrics.SIZE_BYTES, Metrics.MEMORY_EXPONENT) {
    @Override
    Optional<TheilSen.Series> series(List<Sample> readings) {
      return logarithmic(readings);
    }
  };

  private static final int FEWEST_SIZES = 6;
  private static final long LEAST_RANGE = 64;

  private final String protocol;
  private final Metric reading;
  private final Metric slope;

  Fit(String protocol, Metric reading, Metric slope) {
    this.protocol = protocol;
    this.reading = reading;
    this.slope = slope;
  }

  /** The points to fit; empty where the readings do not suffice. */
  abstract Optional<TheilSen.Series> series(List<Sample> readings);

  /** The metric whose value the slope is. */
  public Metric slope() {
    return slope;
  }

  /**
   * The trial with the slopes of its readings in front of its other measures. Reviewing twice
   * changes nothing.
   */
  public static TrialRecord review(TrialRecord trial) {
    if (!(trial.outcome() instanceof Completed completed)) return trial;
    List<Measure> measures = new ArrayList<>();
    List<Absent> absent = new ArrayList<>(completed.absent());
    for (Fit fit : values()) {
      if (!fit.protocol.equals(trial.spec().declaration().protocol()) || fit.isDone(completed))
        continue;
      Optional<Double> slope =
          fit.series(completed).flatMap(series -> TheilSen.slope(List.of(series)));
      slope.ifPresent(value -> measures.add(new Measure(fit.slope, value)));
      if (slope.isEmpty()) absent.add(new Absent(fit.slope, TOO_FEW));
    }
    measures.addAll(completed.measures());
    return trial.withOutcome(
        new Completed(measures, absent, completed.samples(), completed.capability()));
  }

  private static final String TOO_FEW =
      "a slope needs positive readings at "
          + FEWEST_SIZES
          + " sizes over a factor of "
          + LEAST_RANGE;

  private boolean isDone(Completed completed) {
    return completed.measures().stream().anyMatch(each -> each.metric().equals(slope))
        || completed.absent().stream().anyMatch(each -> each.metric().equals(slope));
  }

  /** A fitted slope with the interval of all forks' points; other summaries as they are. */
  public static Summary withInterval(Summary summary, List<Completed> forks) {
    return Arrays.stream(values())
        .filter(fit -> fit.slope.equals(summary.metric()))
        .findFirst()
        .flatMap(fit -> fit.estimate(forks))
        .map(summary::withEstimate)
        .orElse(summary);
  }

  private Optional<Estimate> estimate(List<Completed> forks) {
    return TheilSen.estimate(forks.stream().flatMap(fork -> series(fork).stream()).toList());
  }

  private Optional<TheilSen.Series> series(Completed fork) {
    return series(
        fork.samples().stream().filter(sample -> sample.metric().equals(reading.id())).toList());
  }

  private static Optional<TheilSen.Series> logarithmic(List<Sample> readings) {
    Map<Long, List<Double>> bySize = new TreeMap<>();
    for (Sample sample : readings)
      bySize.computeIfAbsent(sample.operations(), size -> new ArrayList<>()).add(sample.value());
    List<Long> sizes = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    bySize.forEach(
        (size, values) -> {
          double median =
              Summaries.quantile(values.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
          if (!(median > 0)) return;
          sizes.add(size);
          y.add(Math.log(median));
        });
    boolean suffices =
        sizes.size() >= FEWEST_SIZES && sizes.get(sizes.size() - 1) / LEAST_RANGE >= sizes.get(0);
    return suffices
        ? Optional.of(new TheilSen.Series(sizes.stream().map(size -> Math.log(size)).toList(), y))
        : Optional.empty();
  }
}
