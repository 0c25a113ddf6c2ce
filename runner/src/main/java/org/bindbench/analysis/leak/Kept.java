package org.bindbench.analysis.leak;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;

/**
 * Where the growth of all cycles was kept: what was free again once the case's functions were let
 * go, once its interpreter was closed, and not even then. The three add up to the growth, and each
 * may be less than nothing.
 */
public record Kept(double byCase, double byGuest, double outside) {
  /** Less is not named. */
  private static final double NAMED = 0.1;

  static Optional<Kept> of(Completed trial) {
    Optional<Double> byCase = value(trial, LeakMetrics.KEPT_BY_CASE);
    Optional<Double> byGuest = value(trial, LeakMetrics.KEPT_BY_GUEST);
    Optional<Double> outside = value(trial, LeakMetrics.KEPT_OUTSIDE);
    return byCase.isPresent() && byGuest.isPresent() && outside.isPresent()
        ? Optional.of(new Kept(byCase.get(), byGuest.get(), outside.get()))
        : Optional.empty();
  }

  private static Optional<Double> value(Completed trial, Metric metric) {
    return trial.measures().stream()
        .filter(measure -> measure.metric().id().equals(metric.id()))
        .map(Measure::value)
        .findFirst();
  }

  /** All of it, in bytes. */
  public double total() {
    return byCase + byGuest + outside;
  }

  /** Who kept it, with shares of the growth; empty where nothing grew. */
  public String sentence() {
    if (!(total() > 0)) return "";
    return Stream.of(
            share(byCase, "was free once the case's functions were let go"),
            share(byGuest, "was free once its interpreter was closed"),
            share(
                outside,
                "was not free even with its interpreter closed: the library, the engine or the JVM"
                    + " keeps it"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String share(double bytes, String what) {
    return bytes >= NAMED * total()
        ? String.format(Locale.ROOT, "%.0f %% %s", 100 * Math.min(1, bytes / total()), what)
        : "";
  }
}
