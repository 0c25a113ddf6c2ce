package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.limits.LimitFinding;
import org.bindbench.analysis.limits.LimitFinding.InRoom;
import org.bindbench.analysis.limits.LimitFinding.Search;
import org.bindbench.analysis.limits.LimitFinding.Tried;
import org.bindbench.analysis.limits.Searches;
import org.bindbench.model.limits.Ending;
import org.bindbench.model.limits.LimitMetrics;

/** {@code limits}: the breaking points of a run, with every try behind them. */
final class LimitJson {
  private LimitJson() {}

  /** Adds them to the document where the run has any. */
  static void add(ObjectNode document, RunAnalysis analysis) {
    List<LimitFinding> findings = LimitFinding.of(analysis);
    if (!findings.isEmpty()) document.set("limits", Json.each(findings, LimitJson::finding));
  }

  private static ObjectNode finding(LimitFinding finding) {
    ObjectNode node = Json.object();
    node.put("case", finding.row().id().toString());
    node.put("engine", finding.row().engine());
    node.put("setup", finding.row().setup());
    node.put("sought", finding.sought().metric().id());
    node.put("unit", finding.sought().metric().unit());
    node.put("status", finding.row().status());
    node.put("reason", finding.row().reason());
    Json.number(node, "value", finding.summary().map(found -> found.value()).orElse(Double.NaN));
    node.set(
        "interval",
        finding.summary().flatMap(found -> found.estimate()).map(Json::estimate).orElse(null));
    Json.number(node, "spread", finding.spread().orElse(Double.NaN));
    Json.number(node, "step", finding.widestStep().orElse(Double.NaN));
    Json.number(node, "step_wanted", Searches.STEP);
    node.put("passes_wanted", Searches.PASSES);
    Json.number(
        node,
        "heap_bytes",
        finding.row().summary(LimitMetrics.HEAP.id()).map(heap -> heap.value()).orElse(Double.NaN));
    node.set("beyond", Json.texts(finding.endings().stream().map(Ending::title).toList()));
    node.set("searches", Json.each(finding.searches(), LimitJson::search));
    node.set("rooms", Json.each(finding.rooms(), LimitJson::room));
    return node;
  }

  private static ObjectNode search(Search search) {
    ObjectNode node = Json.object();
    node.put("search", search.number());
    Json.number(node, "found", search.found());
    Json.number(node, "failed", search.failed().orElse(Double.NaN));
    Json.number(node, "step", search.step().orElse(Double.NaN));
    node.put("how", search.how().map(Ending::title).orElse(null));
    node.set("tries", Json.each(search.tries(), LimitJson::tried));
    return node;
  }

  private static ObjectNode tried(Tried tried) {
    ObjectNode node = Json.object();
    Json.number(node, "size", tried.size());
    node.put("ending", tried.ending().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static ObjectNode room(InRoom room) {
    ObjectNode node = Json.object();
    Json.number(node, "times", room.room().times());
    Json.number(
        node,
        "heap_bytes",
        room.row().summary(LimitMetrics.HEAP.id()).map(heap -> heap.value()).orElse(Double.NaN));
    node.put("status", room.row().status());
    node.put("reason", room.row().reason());
    Json.number(node, "rate", room.rate().map(rate -> rate.value()).orElse(Double.NaN));
    node.set(
        "rate_interval",
        room.rate().flatMap(rate -> rate.estimate()).map(Json::estimate).orElse(null));
    Json.number(
        node,
        "collector_percent",
        room.collectorShare().map(share -> share.median()).orElse(Double.NaN));
    node.put("forks", room.row().trials().size());
    return node;
  }
}
