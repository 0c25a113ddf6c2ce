package org.bindbench.analysis.pairing;

import java.util.Locale;
import java.util.Optional;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.change.Source;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/**
 * Whether a machine was as fit for a run as for an earlier one. Speeds of one machine differ by a
 * tenth from hour to hour; one that is busy with something else leaves workers less of a core, and
 * then a JIT compiler may never come to compile what is measured.
 */
final class Fitness {
  /** From so much of a difference between the rulers of two runs on they are of two machines. */
  private static final double OTHER_SPEED = 1.25;

  /** Below such a share of the CPU time that the other run's workers had. */
  private static final double LESS_CPU = 0.8;

  private Fitness() {}

  /** Why values of the metric cannot be held against each other; empty where they can. */
  static Optional<String> obstacle(Metric metric, KeptRow base, KeptRow head) {
    boolean isMoved =
        Source.of(metric) == Source.CLOCKED || metric.id().equals(Metrics.ALLOCATED_BYTES.id());
    if (!isMoved) return Optional.empty();
    return cpu(base.cpuPerWall(), head.cpuPerWall())
        .or(() -> speed(base.rulerNanos(), head.rulerNanos()));
  }

  private static Optional<String> cpu(double base, double head) {
    if (!(base > 0 && head > 0) || Math.min(base, head) >= LESS_CPU * Math.max(base, head))
      return Optional.empty();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the machine was busy with something else: workers had %.2f s of CPU time a second, of"
                + " the base %.2f",
            head,
            base));
  }

  private static Optional<String> speed(double base, double head) {
    if (!(base > 0 && head > 0) || Math.max(base, head) <= OTHER_SPEED * Math.min(base, head))
      return Optional.empty();
    return Optional.of(
        "the machine had another speed: its ruler took %s, beside the base %s"
            .formatted(Figures.quantity(head, "ns"), Figures.quantity(base, "ns")));
  }
}
