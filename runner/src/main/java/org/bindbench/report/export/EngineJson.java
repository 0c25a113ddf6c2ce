package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.HeadlineNumber;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.WorkerFacts;
import org.bindbench.report.Engines;
import org.bindbench.report.JvmOptions;

/** {@code engines}: the same four numbers for every engine in every style that was run. */
final class EngineJson {
  private final RunAnalysis analysis;
  private final Engines engines;

  EngineJson(RunAnalysis analysis) {
    this.analysis = analysis;
    this.engines = new Engines(analysis);
  }

  ArrayNode nodes() {
    ArrayNode nodes = Json.array();
    for (String id : engines.ids()) {
      List<CaseResult> rows =
          analysis.results().stream().filter(row -> row.engine().equals(id)).toList();
      for (BindingStyle style : BindingStyle.values()) {
        if (rows.stream().anyMatch(row -> row.style() == style)) nodes.add(node(id, style, rows));
      }
    }
    return nodes;
  }

  private ObjectNode node(String id, BindingStyle style, List<CaseResult> rows) {
    Optional<WorkerFacts> worker = engines.worker(id);
    ObjectNode node = Json.object();
    node.put("engine", id);
    node.put("binding_style", style.title());
    node.put("language", engines.language(rows.get(0)).id());
    node.put("version", engines.profile(id).map(EngineProfile::version).orElse(null));
    node.put("mode", engines.profile(id).map(EngineProfile::mode).orElse(null));
    node.put("implementation", worker.map(WorkerFacts::implementation).orElse(null));
    node.put("jit", worker.map(WorkerFacts::jit).orElse(null));
    node.put("jvm", worker.map(WorkerFacts::jvm).orElse(null));
    node.put("collector", worker.map(WorkerFacts::collector).orElse(null));
    JvmOptions options =
        JvmOptions.of(engines.workers().stream().filter(each -> each.engine().equals(id)).toList());
    node.set("jvm_options", Json.texts(options.common()));
    node.set("jvm_options_of_some", Json.texts(options.ofSome()));
    node.put("untimed_engine", engines.standIns().getOrDefault(id, id));
    ObjectNode unavailable = Json.object();
    ObjectNode caveats = Json.object();
    for (HeadlineNumber number : HeadlineNumber.values()) {
      Optional<CaseResult> row = row(rows, style, number.caseName(style));
      Optional<Double> value = row.flatMap(number::figure);
      Json.number(node, number.id(), value.orElse(Double.NaN));
      if (value.isEmpty()) {
        String notRun = number.caseName(style) + " was not run here";
        unavailable.put(number.id(), row.map(number::missing).orElse(notRun));
      } else if (!row.get().doubts().isEmpty()) {
        caveats.set(number.id(), Json.caveats(row.get().doubts()));
      }
    }
    node.set("unavailable", unavailable);
    node.set("caveats", caveats);
    return node;
  }

  /** The row of a case in one style: its first variant. */
  private static Optional<CaseResult> row(
      List<CaseResult> rows, BindingStyle style, String caseName) {
    return rows.stream()
        .filter(row -> row.style() == style && row.id().name().equals(caseName))
        .findFirst();
  }
}
