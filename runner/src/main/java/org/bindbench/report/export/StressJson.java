package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.bound.BoundAgainstOwn;
import org.bindbench.analysis.bound.BoundRatio;
import org.bindbench.analysis.recovery.RecoveryConclusions;
import org.bindbench.analysis.stress.Conclusion;
import org.bindbench.analysis.stress.Ladder;
import org.bindbench.analysis.stress.Ladders;
import org.bindbench.analysis.stress.Stability;
import org.bindbench.analysis.stress.Step;
import org.bindbench.analysis.stress.StressConclusions;

/** {@code stress}, {@code recovery} and {@code bound_against_own}. */
final class StressJson {
  private StressJson() {}

  /** Adds what the run has of the three. */
  static void add(ObjectNode document, RunAnalysis analysis) {
    if (StressConclusions.isAsked(analysis)) document.set("stress", stress(analysis));
    if (RecoveryConclusions.isAsked(analysis)) {
      ObjectNode node = document.putObject("recovery");
      node.set("conclusions", Json.each(RecoveryConclusions.of(analysis), StressJson::conclusion));
    }
    var ratios = BoundAgainstOwn.of(analysis);
    if (!ratios.isEmpty()) document.set("bound_against_own", Json.each(ratios, StressJson::ratio));
  }

  private static ObjectNode stress(RunAnalysis analysis) {
    ObjectNode node = Json.object();
    node.put("stability", Stability.DEFINITION);
    ArrayNode ladders = node.putArray("steps");
    for (CaseResult row : analysis.results()) {
      Ladder ladder = Ladders.of(row);
      if (!ladder.steps().isEmpty()) ladders.add(ladder(row, ladder));
    }
    node.set("conclusions", Json.each(StressConclusions.of(analysis), StressJson::conclusion));
    return node;
  }

  private static ObjectNode ladder(CaseResult row, Ladder ladder) {
    ObjectNode node = Json.object();
    node.put("case", row.id().toString());
    node.put("column", row.column().title());
    node.set("steps", Json.each(ladder.steps(), StressJson::step));
    return node;
  }

  private static ObjectNode step(Step step) {
    ObjectNode node = Json.object();
    node.put("size", step.size());
    node.put("end", step.end().name());
    Json.number(node, "throughput", step.throughput());
    Json.number(node, "collecting_percent", step.collecting());
    Json.number(node, "live_bytes", step.liveBytes());
    Json.number(node, "right_percent", step.right());
    return node;
  }

  private static ObjectNode conclusion(Conclusion conclusion) {
    ObjectNode node = Json.object();
    node.put("subject", conclusion.subject());
    node.put("finding", conclusion.finding());
    node.put("evidence", conclusion.evidence());
    node.put("advice", conclusion.advice());
    return node;
  }

  private static ObjectNode ratio(BoundRatio ratio) {
    ObjectNode node = Json.object();
    node.put("metric", ratio.counterpart().metric().id());
    node.put("unit", ratio.counterpart().metric().unit());
    node.put("own_case", ratio.own().toString());
    node.put("bound_case", ratio.bound().toString());
    node.put("column", ratio.column().title());
    Json.number(node, "own", ratio.ownFigure().value());
    Json.number(node, "bound", ratio.boundFigure().value());
    node.put("own_forks", ratio.ownFigure().forkValues().size());
    node.put("bound_forks", ratio.boundFigure().forkValues().size());
    node.set("ratio", Json.estimate(ratio.ratio()));
    node.put("decided", ratio.isDecided());
    node.set("caveats", Json.caveats(ratio.caveats()));
    return node;
  }
}
