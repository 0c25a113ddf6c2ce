package org.bindbench.report.export.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bindbench.analysis.past.PastFigure;
import org.bindbench.analysis.past.PastHeadline;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.analysis.past.RunEntry;

/** JSON lines: a run with all that is kept of it on each. */
public final class EntryJson {
  private EntryJson() {}

  /** The run as a document on one line, without a line's end. */
  public static String line(RunEntry entry) {
    ObjectNode node = Fields.object();
    Fields.run(node, entry.run());
    ArrayNode headlines = node.putArray("headlines");
    for (PastHeadline headline : entry.headlines()) {
      ObjectNode each = headlines.addObject();
      each.put("language", headline.language().id());
      each.put("name", headline.name());
      each.put("unit", headline.unit());
      each.put("engine", headline.column().engine());
      each.put("style", headline.column().style().name());
      each.put("setup", headline.column().setup());
      each.put("value", headline.value().orElse(null));
      each.put("reason", headline.reason());
    }
    ArrayNode figures = node.putArray("figures");
    for (PastFigure figure : entry.figures()) figure(figures.addObject(), figure);
    return Fields.line(node);
  }

  /** Runs without their figures, as one document. */
  public static String runs(List<PastRun> runs) {
    ObjectNode node = Fields.object();
    ArrayNode all = node.putArray("runs");
    runs.forEach(run -> Fields.run(all.addObject(), run));
    return Fields.lines(node);
  }

  private static void figure(ObjectNode node, PastFigure figure) {
    Fields.key(node, figure.key());
    node.put("control", figure.key().control());
    node.put("value", figure.value());
    node.set("interval", figure.estimate().<JsonNode>map(Fields::estimate).orElse(node.nullNode()));
    ArrayNode forks = node.putArray("forks");
    figure.forkValues().forEach(forks::add);
    ArrayNode caveats = node.putArray("caveats");
    figure.caveats().forEach(caveats::add);
    ObjectNode circumstances = node.putObject("circumstances");
    figure.fingerprint().facts().forEach(circumstances::put);
  }
}
