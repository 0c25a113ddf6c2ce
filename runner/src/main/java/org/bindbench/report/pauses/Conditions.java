package org.bindbench.report.pauses;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindbench.analysis.CaseResult;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;

/** Under what the figures of a case were taken, as its workers had it. */
final class Conditions {
  private static final Map<String, String> COLLECTORS =
      Map.of(
          "-XX:+UseSerialGC", "serial",
          "-XX:+UseParallelGC", "parallel",
          "-XX:+UseG1GC", "g1",
          "-XX:+UseZGC", "zgc");

  private Conditions() {}

  /** Collector, heap, and how long each fork was loaded; one sentence, or none without figures. */
  static List<String> of(List<CaseResult> rows) {
    Set<String> collectors = new LinkedHashSet<>();
    Set<String> heaps = new LinkedHashSet<>();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (CaseResult row : rows)
      for (TrialRecord trial : row.trials()) {
        if (!(trial.outcome() instanceof Completed completed)) continue;
        trial.worker().flatMap(Conditions::collector).ifPresent(collectors::add);
        trial.worker().flatMap(Conditions::heap).ifPresent(heaps::add);
        double seconds = seconds(completed);
        least = Math.min(least, seconds);
        most = Math.max(most, seconds);
      }
    if (most == 0) return List.of();
    String load =
        most - least < 0.05
            ? String.format(Locale.ROOT, "%.1f s", most)
            : String.format(Locale.ROOT, "%.1f to %.1f s", least, most);
    return List.of(
        "each fork was loaded for "
            + load
            + (heaps.isEmpty() ? "" : ", with a heap of " + String.join(" or ", heaps))
            + (collectors.isEmpty() ? "" : ", collector " + String.join(", ", collectors)));
  }

  private static double seconds(Completed completed) {
    return completed.samples().stream()
            .filter(sample -> sample.metric().equals(Metrics.ELAPSED_NANOS.id()))
            .filter(sample -> sample.phase() == Phase.MEASURED)
            .mapToDouble(sample -> sample.value())
            .sum()
        / 1e9;
  }

  /** The last option that names one counts. */
  private static Optional<String> collector(WorkerFacts worker) {
    return worker.jvmOptions().stream()
        .flatMap(option -> Optional.ofNullable(COLLECTORS.get(option)).stream())
        .reduce((one, later) -> later);
  }

  private static Optional<String> heap(WorkerFacts worker) {
    return worker.jvmOptions().stream()
        .filter(option -> option.startsWith("-Xmx"))
        .map(option -> option.substring("-Xmx".length()))
        .reduce((one, later) -> later);
  }
}
