package org.bindbench.leaks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run said of one series on one engine.
 *
 * @param run its number, from 1
 * @param series the case with its parameters
 * @param liveBytes after the first cycle
 * @param perCycle growth in bytes, and the bounds of its interval; NaN where it was not judged
 */
record Found(
    int run,
    String engine,
    String series,
    String verdict,
    String reason,
    double liveBytes,
    double perCycle,
    double low,
    double high,
    double detectable) {
  private static final String CONTROL = "does_nothing";

  /** Every series of a run's document but the control. */
  static List<Found> in(JsonNode document, int run) {
    List<Found> found = new ArrayList<>();
    for (JsonNode row : document.path("leaks")) {
      String series = row.path("case").asText().replaceFirst("^[^.]*\\.", "");
      if (series.equals(CONTROL)) continue;
      String engine = row.path("engine").asText();
      JsonNode growth = row.path("growth");
      found.add(
          new Found(
              run,
              engine,
              series,
              row.path("verdict").asText(),
              row.path("reason").asText(),
              live(document, row),
              growth.at("/bytes_per_cycle/value").asDouble(Double.NaN),
              growth.at("/bytes_per_cycle/low").asDouble(Double.NaN),
              growth.at("/bytes_per_cycle/high").asDouble(Double.NaN),
              growth.path("detectable_bytes_per_cycle").asDouble(Double.NaN)));
    }
    return found;
  }

  private static double live(JsonNode document, JsonNode leak) {
    return document
        .path("cases")
        .valueStream()
        .filter(row -> row.path("case").equals(leak.path("case")))
        .filter(row -> row.path("engine").equals(leak.path("engine")))
        .map(row -> row.at("/raw/0/readings/cycle_live_bytes/values/0").asDouble(Double.NaN))
        .findFirst()
        .orElse(Double.NaN);
  }

  static Found of(JsonNode node) {
    return new Found(
        node.path("run").asInt(),
        node.path("engine").asText(),
        node.path("series").asText(),
        node.path("verdict").asText(),
        node.path("reason").asText(),
        node.path("live_bytes").asDouble(Double.NaN),
        node.path("bytes_per_cycle").asDouble(Double.NaN),
        node.path("low").asDouble(Double.NaN),
        node.path("high").asDouble(Double.NaN),
        node.path("detectable").asDouble(Double.NaN));
  }

  ObjectNode json() {
    ObjectNode node = PlantedSeries.MAPPER.createObjectNode();
    node.put("run", run);
    node.put("engine", engine);
    node.put("series", series);
    node.put("verdict", verdict);
    node.put("reason", reason);
    number(node, "live_bytes", liveBytes);
    number(node, "bytes_per_cycle", perCycle);
    number(node, "low", low);
    number(node, "high", high);
    number(node, "detectable", detectable);
    return node;
  }

  private static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) node.put(name, Math.round(value));
    else node.putNull(name);
  }

  boolean isLeak() {
    return verdict.equals("LEAK");
  }

  boolean isDecided() {
    return isLeak() || verdict.equals("NO_LEAK");
  }
}
