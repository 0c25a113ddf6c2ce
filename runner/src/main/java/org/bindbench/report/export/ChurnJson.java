package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.churn.ChurnAdvice;
import org.bindbench.analysis.churn.ChurnFinding;
import org.bindbench.analysis.churn.ChurnRow;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.analysis.leak.Severity;
import org.bindbench.model.EngineSharing;

/** {@code context_churn}: what guests that came and went have left, row by row. */
final class ChurnJson {
  private ChurnJson() {}

  static ObjectNode of(ContextChurn churn) {
    ObjectNode node = Json.object();
    node.set("rows", Json.each(churn.rows(), ChurnJson::row));
    node.set("advice", Json.each(churn.advice(), ChurnJson::advice));
    return node;
  }

  private static ObjectNode row(ChurnRow row) {
    ObjectNode node = Json.object();
    node.put("case", row.result().id().toString());
    node.put("engine", row.result().engine());
    node.put("style", row.result().style().title());
    node.put("setup", row.result().setup());
    node.put("control", row.isControl());
    node.put(
        "sharing", row.isControl() ? null : row.sharing().map(EngineSharing::title).orElse(null));
    node.put("status", row.result().status());
    node.put("reason", row.result().reason());
    node.put("contexts", row.contexts());
    Json.number(node, "open_ms", row.openMillis().orElse(Double.NaN));
    Json.number(node, "close_ms", row.closeMillis().orElse(Double.NaN));
    ArrayNode readings = node.putArray("readings");
    row.findings().forEach(found -> readings.add(finding(found, row.isControl())));
    return node;
  }

  private static ObjectNode finding(ChurnFinding found, boolean control) {
    ObjectNode node = Json.object();
    node.put("reading", found.reading().id());
    node.put("title", found.reading().title());
    node.put("unit", found.reading().unit());
    node.set("per_context", found.perContext().map(Json::estimate).orElse(null));
    node.put("verdict", control ? "CONTROL" : found.verdict().name());
    node.put("severity", found.severity().map(Severity::name).orElse(null));
    node.put("reason", control ? "" : found.reason());
    Json.number(node, "before", found.before());
    Json.number(node, "after", found.after());
    Json.number(node, "total", found.total());
    Json.number(node, "late", found.late().orElse(Double.NaN));
    Json.number(node, "closed", found.closed().orElse(Double.NaN));
    return node;
  }

  private static ObjectNode advice(ChurnAdvice advice) {
    ObjectNode node = Json.object();
    node.put("finding", advice.finding());
    node.put("advice", advice.advice());
    return node;
  }
}
