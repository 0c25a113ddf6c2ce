package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.precision.Resolution;
import org.bindbench.model.Capability;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.report.Engines;

/** {@code cases}: a row with every summary and the raw readings behind it. */
final class CaseJson {
  private CaseJson() {}

  static ObjectNode of(CaseResult row, Engines engines) {
    CaseDeclaration declaration = row.declaration();
    ObjectNode node = Json.object();
    node.put("case", row.id().toString());
    node.put("suite", row.id().suite());
    node.put("name", row.id().name());
    node.set("params", Json.texts(row.id().params()));
    node.put("question", declaration.question());
    node.set("tags", Json.texts(declaration.tags()));
    node.put("engine", row.engine());
    node.put("style", row.style().title());
    node.put("setup", row.setup());
    node.put("language", engines.language(row).id());
    node.put("protocol", declaration.protocol());
    node.put("unit", declaration.unit());
    node.put("library", declaration.library().isEmpty() ? null : declaration.library());
    node.put("status", row.status());
    node.put("reason", row.reason());
    node.put("location", row.location());
    node.set("flags", Json.texts(row.flags()));
    node.set("caveats", Json.caveats(row.caveats()));
    node.put("steadiness", row.steadiness().name());
    node.set("capability", row.capability().map(found -> capability(found, row)).orElse(null));
    ObjectNode metrics = node.putObject("metrics");
    row.summaries().forEach(summary -> metrics.set(summary.metric().id(), summary(summary)));
    ObjectNode absent = node.putObject("absent");
    row.absent().forEach(each -> absent.put(each.metric().id(), each.reason()));
    ArrayNode raw = node.putArray("raw");
    for (int i = 0; i < row.trials().size(); i++)
      raw.add(TrialJson.of(row.trials().get(i), row.forkSteadiness().get(i)));
    return node;
  }

  private static ObjectNode capability(Capability found, CaseResult row) {
    ObjectNode node = Json.object();
    node.put("verdict", found.verdict().name());
    node.put("saw", found.saw());
    node.put("reference", row.declaration().reference());
    return node;
  }

  private static ObjectNode summary(Summary summary) {
    ObjectNode node = Json.object();
    node.put("unit", summary.metric().unit());
    node.put("direction", summary.metric().direction().name());
    node.put("reported_by_script", summary.metric().reported());
    Json.number(node, "value", summary.value());
    node.set("interval", summary.estimate().map(Json::estimate).orElse(null));
    Json.number(node, "min", summary.min());
    Json.number(node, "max", summary.max());
    Json.number(node, "mean", summary.mean());
    Json.number(node, "median", summary.median());
    Json.number(node, "deviation", summary.deviation());
    Json.number(node, "cv", summary.cv());
    Json.number(node, "mad", summary.mad());
    Json.number(node, "detectable_change", Resolution.of(summary));
    node.set("forks", Json.numbers(summary.forkValues()));
    return node;
  }
}
