package org.bindbench.report.export.tools;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.metric.Direction;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.export.Json;

/**
 * The two custom files of github-action-benchmark, since it takes one direction per file: {@code
 * customBiggerIsBetter} and {@code customSmallerIsBetter}. Metrics without a better side are in
 * neither.
 */
@AutoService(ReportFormat.class)
public final class GithubActionBenchmark implements ReportFormat {
  @Override
  public String id() {
    return "gab";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("gab-bigger-is-better.json", Text.json(file(analysis, Direction.HIGHER_IS_BETTER)));
    files.put("gab-smaller-is-better.json", Text.json(file(analysis, Direction.LOWER_IS_BETTER)));
    return files;
  }

  private static ArrayNode file(RunAnalysis analysis, Direction direction) {
    ArrayNode file = Json.array();
    for (Entry entry : Entry.of(analysis))
      for (Summary summary : entry.row().summaries())
        if (summary.metric().direction() == direction) file.add(node(entry, summary));
    return file;
  }

  private static ObjectNode node(Entry entry, Summary summary) {
    ObjectNode node = Json.object();
    node.put("name", entry.title() + " · " + summary.metric().id());
    node.put("unit", summary.metric().unit());
    node.put("value", summary.value());
    summary.estimate().ifPresent(interval -> node.put("range", "± " + half(interval)));
    String caveats =
        entry.row().caveats().stream().map(Caveat::word).collect(Collectors.joining(", "));
    node.put(
        "extra",
        "forks: "
            + summary.forkValues().size()
            + summary
                .estimate()
                .map(each -> "\n95 % interval: " + each.low() + " to " + each.high())
                .orElse("")
            + (caveats.isEmpty() ? "" : "\n" + caveats));
    return node;
  }

  private static double half(Estimate interval) {
    return (interval.high() - interval.low()) / 2;
  }
}
