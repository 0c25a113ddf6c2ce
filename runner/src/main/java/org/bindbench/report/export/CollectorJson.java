package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.pauses.CollectorChoice;
import org.bindbench.analysis.pauses.CollectorChoice.Leader;
import org.bindbench.analysis.pauses.CollectorChoice.Rival;
import org.bindbench.report.pauses.ChoiceWords;

/**
 * {@code collectors}: one case on one engine under several collectors, and which is best in what.
 */
final class CollectorJson {
  private CollectorJson() {}

  static ObjectNode of(CollectorChoice choice) {
    ObjectNode node = Json.object();
    node.put("case", choice.id().toString());
    node.put("engine", choice.column().engine());
    node.put("style", choice.column().style().title());
    node.set("setups", Json.texts(choice.rows().stream().map(CaseResult::setup).toList()));
    node.set("most_throughput", leader(choice.busiest()));
    node.set("shortest_pauses", leader(choice.shortest()));
    node.set("sentences", Json.texts(ChoiceWords.of(choice)));
    return node;
  }

  private static ObjectNode leader(Optional<Leader> found) {
    ObjectNode node = Json.object();
    node.put("setup", found.map(Leader::setup).orElse(null));
    node.set(
        "against", Json.each(found.map(Leader::rivals).orElse(List.of()), CollectorJson::rival));
    return node;
  }

  private static ObjectNode rival(Rival rival) {
    ObjectNode node = Json.object();
    node.put("setup", rival.setup());
    node.put("decided", rival.isSurelyBehind());
    node.set("times", times(rival));
    return node;
  }

  /** Without an interval there is the ratio alone, and no level. */
  private static ObjectNode times(Rival rival) {
    ObjectNode node = Json.object();
    Json.number(node, "value", rival.times().value());
    Json.number(node, "low", rival.times().low());
    Json.number(node, "high", rival.times().high());
    Json.number(node, "level", rival.times().level());
    return node;
  }
}
