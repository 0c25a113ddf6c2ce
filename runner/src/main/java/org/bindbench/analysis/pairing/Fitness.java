package org.bindbench.analysis.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.change.Source;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/**
 * Whether a machine was as fit for a run as for an earlier one. Speeds of one machine differ by a
 * tenth from hour to hour; one that is busy with something else leaves workers less of a core, and
 * then a JIT compiler may never come to compile what is measured. A single row that has less CPU
 * time than the others of its engine waits for something of its own, and is judged.
 *
 * @param fitEngines engines of which all rows but one, of at least three, had about as much CPU
 *     time in both runs
 */
record Fitness(Set<String> fitEngines) {
  /** From so much of a difference between the rulers of two runs on they are of two machines. */
  private static final double OTHER_SPEED = 1.25;

  /** Below such a share of the CPU time that the other run's workers had. */
  private static final double LESS_CPU = 0.8;

  private static final int FEWEST_ROWS = 3;

  /** That of two runs, whose rows have the same keys where they are of the same case. */
  static <K> Fitness of(Map<K, KeptRow> base, Map<K, KeptRow> head) {
    Map<String, List<Boolean>> fit = new HashMap<>();
    base.forEach(
        (key, row) ->
            Optional.ofNullable(head.get(key))
                .ifPresent(
                    other ->
                        fit.computeIfAbsent(row.engine(), any -> new ArrayList<>())
                            .add(cpu(row.cpuPerWall(), other.cpuPerWall()).isEmpty())));
    return new Fitness(
        fit.entrySet().stream()
            .filter(each -> each.getValue().size() >= FEWEST_ROWS)
            .filter(each -> each.getValue().stream().filter(is -> !is).count() <= 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  /** Why values of the metric cannot be held against each other; empty where they can. */
  Optional<String> obstacle(Metric metric, KeptRow base, KeptRow head) {
    boolean isMoved =
        Source.of(metric) == Source.CLOCKED || metric.id().equals(Metrics.ALLOCATED_BYTES.id());
    if (!isMoved) return Optional.empty();
    Optional<String> busy =
        fitEngines.contains(head.engine())
            ? Optional.empty()
            : cpu(base.cpuPerWall(), head.cpuPerWall());
    return busy.or(() -> speed(base.rulerNanos(), head.rulerNanos()));
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
