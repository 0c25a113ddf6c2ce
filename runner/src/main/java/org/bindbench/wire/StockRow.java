package org.bindbench.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.Capability;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** A row that a case file prints with {@code --rows} when a stock interpreter runs it directly. */
public final class StockRow {
  private StockRow() {}

  /** What the row says became of its case; empty where the line is no row. */
  public static Optional<TrialOutcome> outcome(String line) {
    if (!line.startsWith("{")) return Optional.empty();
    try {
      JsonNode row = Json.MAPPER.readTree(line);
      return row.hasNonNull("case") && row.hasNonNull("status")
          ? Optional.of(outcome(row))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty(); // a line of the script's own that begins with a brace
    }
  }

  private static TrialOutcome outcome(JsonNode row) {
    String reason = row.path("reason").asText();
    return switch (row.path("status").asText()) {
      case "COMPLETED" -> completed(row);
      case "SKIPPED" -> new TrialOutcome.Skipped(reason, "");
      case "UNSUPPORTED" -> new TrialOutcome.Unsupported(reason);
      case "ELIMINATED" -> new TrialOutcome.Eliminated(reason, List.of());
      case "WRONG_ANSWER" -> new TrialOutcome.WrongAnswer(reason);
      default -> new TrialOutcome.ScriptFailed(reason, "", "");
    };
  }

  private static TrialOutcome completed(JsonNode row) {
    if (row.hasNonNull("capability")) return probed(row.path("capability").asText());
    List<Measure> measures = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    add(row, "answer", Metrics.ANSWER, measures);
    add(row, "retained_bytes", Metrics.RETAINED_BYTES, measures);
    add(row, "cleanup_efficiency", Metrics.CLEANUP_EFFICIENCY, measures);
    add(row, "cleared", Metrics.CLEARED_FIRST, measures);
    add(row, "called", Metrics.CALLED, measures);
    if (row.has("cleared") && !row.has("called"))
      absent.add(new Absent(Metrics.CALLED, "unsupported: the case has no hook `called`"));
    List<Sample> samples = samples(row);
    boolean timed = samples.stream().allMatch(each -> each.operations() > 0 && each.value() > 0);
    return timed && samples.stream().allMatch(each -> Double.isFinite(each.value()))
        ? new TrialOutcome.Completed(measures, absent, samples)
        : new TrialOutcome.ProtocolError("the row has readings that are no positive numbers");
  }

  private static TrialOutcome probed(String text) {
    try {
      return new TrialOutcome.Completed(Capability.parse(text));
    } catch (IllegalArgumentException e) {
      return new TrialOutcome.ScriptFailed(String.valueOf(e.getMessage()), "", "");
    }
  }

  private static void add(JsonNode row, String field, Metric metric, List<Measure> measures) {
    if (row.path(field).isNumber()) measures.add(new Measure(metric, row.path(field).asDouble()));
  }

  private static List<Sample> samples(JsonNode row) {
    List<Sample> samples = new ArrayList<>();
    JsonNode operations = row.path("operations");
    JsonNode nanos = row.path("nanos");
    int warmUp = row.path("warm_up").asInt();
    for (int i = 0; i < operations.size(); i++)
      samples.add(
          new Sample(
              Metrics.ELAPSED_NANOS.id(),
              i < warmUp ? Phase.WARM_UP : Phase.MEASURED,
              i,
              operations.get(i).asLong(),
              nanos.get(i).asDouble()));
    return samples;
  }
}
