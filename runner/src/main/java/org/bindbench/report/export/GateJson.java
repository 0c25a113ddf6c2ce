package org.bindbench.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.GateResult;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.gate.Sensitivity;
import org.bindbench.report.comparison.GateWords;

/** Gates as a node: what was asked, each gate, and what they come to. */
final class GateJson {
  private GateJson() {}

  static ObjectNode of(GateReport report) {
    GateRules rules = report.rules();
    ObjectNode node = Json.object();
    node.put("fail_on", rules.failOn().title());
    node.put("inconclusive", rules.inconclusiveFails() ? "fail" : "warn");
    node.put("missing", rules.missingFails() ? "fail" : "warn");
    node.put("outcome", report.outcome().name());
    node.put("judged_rows", report.judged());
    node.put("rows_of_other_circumstances", report.unlike());
    node.set("gates", Json.each(report.results(), result -> result(result, rules)));
    return node;
  }

  private static ObjectNode result(GateResult result, GateRules rules) {
    ObjectNode node = Json.object();
    node.put("gate", result.kind().name());
    node.put("rule", GateWords.rule(result, rules));
    Json.number(node, "value", result.value());
    Json.number(node, "limit", result.limit());
    node.put("status", result.status().name());
    node.set(
        "rows",
        Json.texts(result.rows().stream().map(row -> row.subject()).map(Subject::title).toList()));
    node.set("named", Json.texts(result.named()));
    node.set("could_have_seen", result.seen().map(GateJson::seen).orElseGet(GateJson::none));
    return node;
  }

  private static JsonNode none() {
    return Json.number(Double.NaN);
  }

  private static JsonNode seen(Sensitivity seen) {
    ObjectNode node = Json.object();
    Json.number(node, "median", seen.median());
    Json.number(node, "worst", seen.worst());
    node.put("least_sensitive_row", seen.least().map(Subject::title).orElse(null));
    node.put("seeing_rows", seen.seeing());
    node.put("blind_rows", seen.blind());
    return node;
  }

  static ObjectNode shares(Gate gate) {
    ObjectNode node = Json.object();
    Json.number(node, "least", gate.least());
    Json.number(node, "minor", gate.minor());
    Json.number(node, "major", gate.major());
    Json.number(node, "critical", gate.critical());
    Json.number(node, "floor", gate.floor());
    return node;
  }
}
