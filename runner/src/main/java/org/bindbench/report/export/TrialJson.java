package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.Steadiness;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.report.WarmUpEnd;

/** {@code raw}: one fork, its readings as parallel arrays, warm-up first. */
final class TrialJson {
  private TrialJson() {}

  static ObjectNode of(TrialRecord trial, Steadiness steadiness) {
    ObjectNode node = Json.object();
    node.put("fork", trial.spec().fork());
    node.put("status", trial.outcome().status());
    node.put("reason", trial.outcome().reason());
    node.put("steadiness", steadiness.name());
    node.put("sharing", trial.worker().map(WorkerFacts::sharing).orElse(null));
    node.put("engine", trial.worker().map(WorkerFacts::engine).orElse(null));
    node.put("implementation", trial.worker().map(WorkerFacts::implementation).orElse(null));
    node.put("jit", trial.worker().map(WorkerFacts::jit).orElse(null));
    node.put("jvm", trial.worker().map(WorkerFacts::jvm).orElse(null));
    node.put("collector", trial.worker().map(WorkerFacts::collector).orElse(null));
    Json.number(node, "wall_s", trial.wallNanos() / 1e9);
    Json.number(node, "cpu_s", trial.cpuNanos() / 1e9);
    Optional<WarmUpEnd> end = WarmUpEnd.of(trial);
    node.put("warm_up_end", end.map(each -> each.kind().name()).orElse(null));
    Json.number(node, "warm_up_s", end.map(WarmUpEnd::seconds).orElse(Double.NaN));
    Map<String, List<Sample>> byMetric = new LinkedHashMap<>();
    for (Sample sample : samples(trial.outcome())) {
      byMetric.computeIfAbsent(sample.metric(), any -> new ArrayList<>()).add(sample);
    }
    List<Sample> elapsed = byMetric.remove(Metrics.ELAPSED_NANOS.id());
    series(node, "nanos", elapsed == null ? List.of() : elapsed);
    ObjectNode readings = node.putObject("readings");
    byMetric.forEach((metric, samples) -> series(readings.putObject(metric), "values", samples));
    return node;
  }

  private static List<Sample> samples(TrialOutcome outcome) {
    if (outcome instanceof TrialOutcome.Completed completed) return completed.samples();
    if (outcome instanceof TrialOutcome.Eliminated eliminated) return eliminated.samples();
    return List.of();
  }

  private static void series(ObjectNode node, String valuesName, List<Sample> samples) {
    List<Sample> ordered = new ArrayList<>(ofPhase(samples, Phase.WARM_UP));
    node.put("warm_up", ordered.size());
    ordered.addAll(ofPhase(samples, Phase.MEASURED));
    ArrayNode operations = node.putArray("operations");
    ordered.forEach(sample -> operations.add(sample.operations()));
    ArrayNode values = node.putArray(valuesName);
    ordered.forEach(sample -> values.add(Json.number(sample.value())));
  }

  private static List<Sample> ofPhase(List<Sample> samples, Phase phase) {
    return samples.stream().filter(sample -> sample.phase() == phase).toList();
  }
}
