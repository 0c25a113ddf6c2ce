package org.bindbench.report.export.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.past.RunMark;
import org.bindbench.analysis.trend.Anomaly;
import org.bindbench.analysis.trend.ChangePoint;
import org.bindbench.analysis.trend.Detection;
import org.bindbench.analysis.trend.Drift;
import org.bindbench.analysis.trend.Overview;
import org.bindbench.analysis.trend.Trend;

/** Trends for other programs. */
public final class TrendJson {
  /** Raised when a reader of the old shape would misread the new one. */
  public static final int SCHEMA_VERSION = 1;

  private TrendJson() {}

  /** The whole document. The same trends always yield the same text. */
  public static String write(Overview overview) {
    ObjectNode node = Fields.object();
    node.put("schema_version", SCHEMA_VERSION);
    node.put("history", overview.history());
    node.put("since", overview.since().toString());
    node.put("until", overview.until().toString());
    node.put("runs", overview.runs());
    node.put("excluded_runs", overview.excluded());
    node.put("sensitivity", overview.sensitivity());
    ObjectNode rule = node.putObject("rule");
    rule.put("window", Detection.USUAL.window());
    rule.put("level", Detection.USUAL.level());
    rule.put("first_pass_level", Detection.USUAL.firstPassLevel());
    rule.put("least_magnitude", Detection.USUAL.leastMagnitude());
    rule.put("fewest_runs", Detection.FEWEST_READINGS);
    ArrayNode series = node.putArray("series");
    for (Trend trend : overview.trends()) trend(series.addObject(), trend);
    return Fields.lines(node);
  }

  private static void trend(ObjectNode node, Trend trend) {
    Fields.key(node, trend.series().key());
    ObjectNode circumstances = node.putObject("circumstances");
    trend.series().fingerprint().facts().forEach(circumstances::put);
    node.put("runs", trend.series().readings().size());
    node.set("first", run(trend.series().readings().get(0).run()));
    node.set("last", run(trend.series().last().run()));
    node.put("last_value", trend.series().last().value());
    node.put("judged", trend.reason().isEmpty());
    node.put("reason", trend.reason());
    node.put("notable", trend.isNotable());
    ArrayNode changes = node.putArray("changes");
    for (ChangePoint change : trend.changes()) change(changes.addObject(), change);
    ObjectNode anomalies = node.putObject("anomalies");
    anomalies.put("runs_looked_at", trend.judged());
    anomalies.put("expected_of_noise", trend.expectedAnomalies());
    anomalies.put("last_run_stands_out", trend.lastRunStandsOut().isPresent());
    ArrayNode found = anomalies.putArray("found");
    for (Anomaly anomaly : trend.anomalies()) anomaly(found.addObject(), anomaly);
    node.set(
        "drift", trend.drift().<JsonNode>map(each -> drift(each, trend)).orElse(node.nullNode()));
  }

  private static void change(ObjectNode node, ChangePoint change) {
    node.put("index", change.index());
    node.set("last_before", run(change.last()));
    node.set("first_after", run(change.first()));
    node.put("within_one_commit", change.isWithinOneCommit());
    node.put("before", change.before());
    node.put("after", change.after());
    node.set("change", Fields.estimate(change.change()));
    node.put("relative", change.relative());
    node.put("p", change.pValue());
    node.put("effect", change.effect().name());
  }

  private static void anomaly(ObjectNode node, Anomaly anomaly) {
    node.put("index", anomaly.index());
    node.set("run", run(anomaly.reading().run()));
    node.put("value", anomaly.reading().value());
    node.put("usual", anomaly.usual());
    node.put("score", anomaly.score());
    node.put("effect", anomaly.effect().name());
  }

  private static ObjectNode drift(Drift drift, Trend trend) {
    ObjectNode node = Fields.object();
    node.set("change", Fields.estimate(drift.change()));
    node.put("relative", drift.relative());
    node.put("span_s", drift.span().toMillis() / 1000.0);
    node.put("counts", trend.drifts());
    node.put("effect", drift.effect().name());
    return node;
  }

  private static ObjectNode run(RunMark run) {
    ObjectNode node = Fields.object();
    node.put("id", run.id());
    node.put("started_at", run.startedAt().toString());
    node.set("commit", run.commit().<JsonNode>map(Fields::commit).orElse(node.nullNode()));
    return node;
  }
}
