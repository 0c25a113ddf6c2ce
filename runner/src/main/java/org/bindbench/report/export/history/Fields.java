package org.bindbench.report.export.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.analysis.past.SeriesKey;
import org.bindbench.model.history.Commit;

/** Parts that several documents have. */
final class Fields {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Fields() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** On one line. */
  static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document of plain values could not be written", e);
    }
  }

  /** Over many lines, for people too. */
  static String lines(JsonNode node) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document of plain values could not be written", e);
    }
  }

  static void run(ObjectNode node, PastRun run) {
    node.put("id", run.id());
    node.put("started_at", run.startedAt().toString());
    node.put("command", run.command());
    node.put("level", run.level());
    node.put("bindbench", run.bindbench());
    node.put("jvms", run.jvms());
    node.put("seed", run.seed());
    node.set("commit", run.commit().<JsonNode>map(Fields::commit).orElse(node.nullNode()));
    node.put("excluded", run.excluded().orElse(null));
  }

  static ObjectNode commit(Commit commit) {
    ObjectNode node = object();
    node.put("hash", commit.hash());
    node.put("branch", commit.branch());
    node.put("tree", commit.tree().name());
    return node;
  }

  static void key(ObjectNode node, SeriesKey key) {
    node.put("case", key.caseId());
    node.put("engine", key.column().engine());
    node.put("style", key.column().style().name());
    node.put("setup", key.column().setup());
    node.put("metric", key.metric().id());
    node.put("unit", key.metric().unit());
    node.put("direction", key.metric().direction().name());
  }

  static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = object();
    node.put("value", estimate.value());
    node.put("low", estimate.low());
    node.put("high", estimate.high());
    node.put("level", estimate.level());
    return node;
  }
}
