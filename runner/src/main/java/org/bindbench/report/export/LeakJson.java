package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.leak.CycleGrowth;
import org.bindbench.analysis.leak.Kept;
import org.bindbench.analysis.leak.LeakRow;

/** {@code leaks}: a case of leaks on one engine with its verdict and what it rests on. */
final class LeakJson {
  private LeakJson() {}

  static ObjectNode of(LeakRow row) {
    ObjectNode node = Json.object();
    node.put("case", row.spec().id().toString());
    node.put("engine", row.spec().engine());
    node.put("style", row.spec().style().title());
    node.put("setup", row.spec().setup());
    node.put("bytes_from", row.bytesFrom().isEmpty() ? null : row.bytesFrom());
    node.put("role", row.role().name());
    node.put("verdict", row.verdict().name());
    node.put("severity", row.severity().map(Enum::name).orElse(null));
    node.put("fails", row.fails());
    node.set("doubts", Json.texts(row.doubts()));
    node.put("reason", row.finding().reason());
    node.set("growth", row.finding().figures().map(LeakJson::growth).orElse(null));
    node.set("kept", row.kept().map(LeakJson::kept).orElse(null));
    return node;
  }

  private static ObjectNode growth(CycleGrowth growth) {
    ObjectNode node = Json.object();
    node.put("cycles", growth.cycles());
    node.put("operations", growth.operations());
    node.set("bytes_per_cycle", Json.estimate(growth.perCycle()));
    node.set("bytes_per_thousand_operations", Json.estimate(growth.perThousand()));
    Json.number(node, "least_total_bytes", growth.leastTotal());
    Json.number(node, "floor_bytes_per_cycle", growth.floor());
    Json.number(node, "detectable_bytes_per_cycle", growth.detectable());
    Json.number(node, "target_bytes_per_thousand_operations", CycleGrowth.TARGET_PER_THOUSAND);
    node.put("misses_target", growth.missesTarget());
    return node;
  }

  private static ObjectNode kept(Kept kept) {
    ObjectNode node = Json.object();
    Json.number(node, "by_case_bytes", kept.byCase());
    Json.number(node, "by_guest_bytes", kept.byGuest());
    Json.number(node, "outside_bytes", kept.outside());
    return node;
  }
}
