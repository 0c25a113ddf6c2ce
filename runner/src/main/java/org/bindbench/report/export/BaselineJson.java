package org.bindbench.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;

/** What a run comes to against its baseline, as a part of the run's own file. */
final class BaselineJson {
  private BaselineJson() {}

  static ObjectNode of(ComparedRun run) {
    ObjectNode node = Json.object();
    node.set("base", Json.texts(run.sides().base()));
    node.set("notes", Json.texts(run.notes()));
    node.set("gate", GateJson.of(run.gates()));
    ObjectNode tally = node.putObject("tally");
    for (Verdict verdict : Verdict.values()) tally.put(verdict.name(), run.count(verdict));
    node.set("rows", Json.each(run.rows(), row -> row(run, row)));
    return node;
  }

  private static ObjectNode row(ComparedRun run, ComparedRow row) {
    Comparison comparison = row.comparison();
    ObjectNode node = Json.object();
    node.put("case", comparison.subject().id().toString());
    node.put("column", comparison.subject().head().title());
    node.put("metric", comparison.subject().metric().id());
    node.put("verdict", comparison.verdict().name());
    node.put("magnitude", comparison.magnitude().map(Magnitude::name).orElse(null));
    node.put("fails", run.isFailure(row));
    node.put("standing", row.standing().name());
    node.set(
        "worsening",
        comparison
            .published()
            .<JsonNode>map(change -> Json.estimate(change.worsening()))
            .orElseGet(() -> Json.number(Double.NaN)));
    Json.number(node, "smallest_detectable_change", comparison.detectable());
    node.put("reason", comparison.reason());
    node.set("words", Json.texts(comparison.words()));
    return node;
  }
}
