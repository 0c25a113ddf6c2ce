package org.bindbench.jmh;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.WelchRatio;
import org.bindbench.analysis.inference.RankRatio;
import org.bindbench.model.metric.Metrics;

/**
 * A subject as both sides measured it.
 *
 * @param style how the case reaches Java; empty where nothing was measured
 * @param ours operations a second, one value per fork
 * @param jmh the same by JMH
 * @param leastCpu the least CPU time per time measured of a fork of ours
 * @param reason why a side has no figure, or fewer forks than were asked for; else empty
 */
record Row(
    Subject subject,
    String style,
    List<Double> ours,
    List<Double> jmh,
    OptionalDouble leastCpu,
    String reason) {
  Row {
    ours = List.copyOf(ours);
    jmh = List.copyOf(jmh);
  }

  /** The geometric mean of a side. */
  static OptionalDouble mean(List<Double> forks) {
    OptionalDouble log = forks.stream().mapToDouble(Math::log).average();
    return log.isPresent() ? OptionalDouble.of(Math.exp(log.getAsDouble())) : log;
  }

  /** Ours / JMH, of the geometric means. */
  Optional<Double> ratio() {
    OptionalDouble above = mean(ours);
    OptionalDouble below = mean(jmh);
    if (above.isEmpty() || below.isEmpty()) return Optional.empty();
    return Optional.of(above.getAsDouble() / below.getAsDouble());
  }

  /** The ratio with its 95 % interval, empty below 3 forks on a side. */
  Optional<Estimate> interval() {
    return WelchRatio.of(ours, jmh);
  }

  /** The ratio by ranks with its 95 % interval, empty below 4 forks on a side. */
  Optional<Estimate> byRanks() {
    return RankRatio.of(ours, jmh);
  }

  /** Sample deviation / mean over the forks of a side, empty below 2 forks. */
  static OptionalDouble cv(List<Double> forks) {
    if (forks.size() < 2) return OptionalDouble.empty();
    Summary summary = Summaries.summarise(Metrics.rate("operations"), forks);
    return OptionalDouble.of(summary.cv());
  }

  Plateaus plateaus() {
    return Plateaus.of(ours, jmh);
  }

  /**
   * By the ratio of ranks where there is one, since forks settle at several speeds, which is
   * nothing that Welch's test is made for.
   */
  Verdict verdict() {
    if (ratio().isEmpty()) return Verdict.NO_FIGURE;
    Verdict verdict = byRanks().or(this::interval).map(Verdict::of).orElse(Verdict.UNDECIDED);
    return verdict == Verdict.UNDECIDED && plateaus().agree() ? Verdict.SAME_PLATEAUS : verdict;
  }
}
