package org.bindbench.report.pauses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.pauses.CollectorChoice;
import org.bindbench.model.GcLoad;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.layout.Grid;

/** The section "Garbage collection": a block for each case, tables before words. */
public final class PauseSection {
  /** Heading of the section. */
  public static final String TITLE = "Garbage collection";

  /** What the columns are, said once. */
  public static final String LEGEND =
      "Pauses that the collector began by itself, of all forks together: P50, P95 and P99 are type-7"
          + " quantiles, and \"P95 at most\" holds with 95 % by order statistics, if pauses are"
          + " independent. A P95 needs 59 pauses, a P99 299; with fewer there is the longest alone."
          + " \"To stop\" is the longest time that threads took to stop for one. Young and old"
          + " collections are per 1,000 operations; freed is per ms of the collector's CPU time;"
          + " most heap is what was in use when a collection began or ended.";

  /**
   * What is said of one case.
   *
   * @param question what the case asks, or its id
   * @param id {@code suite.case}
   * @param notes what stands against the figures, or why some are not there
   * @param findings which collector is best in what, where several were run
   */
  public record Block(
      String question, String id, List<Grid> tables, List<String> notes, List<String> findings) {
    /** A block whose lists do not change. */
    public Block {
      tables = List.copyOf(tables);
      notes = List.copyOf(notes);
      findings = List.copyOf(findings);
    }
  }

  private PauseSection() {}

  /** The blocks by suite, both in the order of the rows; empty where no collector was loaded. */
  public static Map<String, List<Block>> of(RunAnalysis analysis) {
    List<CollectorChoice> choices = CollectorChoice.of(analysis.results());
    Map<String, List<Block>> suites = new LinkedHashMap<>();
    analysis.results().stream()
        .filter(row -> row.declaration().protocol().equals(GcLoad.PROTOCOL))
        .collect(
            Collectors.groupingBy(
                row -> row.id().toString(), LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (id, rows) ->
                suites
                    .computeIfAbsent(rows.get(0).id().suite(), any -> new ArrayList<>())
                    .add(block(id, rows, choices)));
    return suites;
  }

  private static Block block(String id, List<CaseResult> rows, List<CollectorChoice> choices) {
    List<CollectorChoice> own =
        choices.stream().filter(choice -> choice.id().equals(rows.get(0).id())).toList();
    List<Grid> tables = new ArrayList<>(List.of(PauseGrids.pauses(rows), PauseGrids.work(rows)));
    if (!own.isEmpty()) tables.add(PauseGrids.choices(own));
    List<String> notes = new ArrayList<>();
    notes.addAll(Conditions.of(rows));
    notes.addAll(absences(rows));
    notes.addAll(caveats(rows));
    return new Block(
        question(id, rows),
        id,
        tables,
        notes,
        own.stream().flatMap(choice -> ChoiceWords.of(choice).stream()).toList());
  }

  private static String question(String id, List<CaseResult> rows) {
    return rows.stream()
        .map(row -> row.declaration().question().strip())
        .filter(question -> !question.isEmpty())
        .findFirst()
        .orElse(id);
  }

  /** One sentence for each reason, whatever the number of rows and metrics. */
  private static List<String> absences(List<CaseResult> rows) {
    Map<String, Set<String>> metrics = new LinkedHashMap<>();
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    for (CaseResult row : rows)
      for (Absent absent : row.absent()) {
        if (absent.metric().id().equals(Metrics.RULER.id())) continue;
        metrics
            .computeIfAbsent(absent.reason(), any -> new LinkedHashSet<>())
            .add(absent.metric().id().replace('_', ' '));
        columns
            .computeIfAbsent(absent.reason(), any -> new LinkedHashSet<>())
            .add(row.column().inSentence());
      }
    return metrics.keySet().stream()
        .map(
            reason ->
                "no "
                    + String.join(", ", metrics.getOrDefault(reason, Set.of()))
                    + " on "
                    + String.join(", ", columns.getOrDefault(reason, Set.of()))
                    + ": "
                    + reason)
        .toList();
  }

  private static List<String> caveats(List<CaseResult> rows) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (CaseResult row : rows)
      row.caveats()
          .forEach(
              caveat ->
                  columns
                      .computeIfAbsent(caveat.toString(), any -> new ArrayList<>())
                      .add(row.column().inSentence()));
    return columns.entrySet().stream()
        .map(each -> each.getKey() + " on " + String.join(", ", each.getValue()))
        .toList();
  }
}
