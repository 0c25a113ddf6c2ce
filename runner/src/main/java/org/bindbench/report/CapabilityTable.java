package org.bindbench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Capability;
import org.bindbench.model.Capability.Verdict;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** What the engines can and cannot do: a row per facility, a column per engine. */
final class CapabilityTable {
  static final String TITLE = "What the engines can and cannot do";

  static final String LEGEND =
      "Broken is what is there and gives the wrong result; unsupported is what is missing, or asked"
          + " for and ignored; a dash stands where the language has no such probe.";

  private static final String NO_PROBE = "–";

  private final List<CaseResult> rows;
  private final List<String> engines;

  private CapabilityTable(List<CaseResult> rows, List<String> engines) {
    this.rows = rows;
    this.engines = engines;
  }

  /** The table of a run, empty where it probed nothing. */
  static Optional<CapabilityTable> of(RunAnalysis analysis) {
    List<CaseResult> rows =
        analysis.results().stream().filter(row -> row.declaration().isCapability()).toList();
    List<String> engines =
        new Engines(analysis)
            .ids().stream()
                .filter(id -> rows.stream().anyMatch(row -> row.engine().equals(id)))
                .toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(new CapabilityTable(rows, engines));
  }

  /** How many probes of each engine found what. */
  String tally() {
    return engines.stream()
        .map(engine -> engine + ": " + tally(engine))
        .collect(Collectors.joining("; "));
  }

  private String tally(String engine) {
    List<Optional<Capability>> found =
        rows.stream()
            .filter(row -> row.engine().equals(engine))
            .map(CaseResult::capability)
            .toList();
    String judged =
        Arrays.stream(Verdict.values())
            .map(verdict -> count(found, verdict) + " " + verdict.title())
            .collect(Collectors.joining(", "));
    long without = found.stream().filter(Optional::isEmpty).count();
    return without == 0 ? judged : judged + ", " + without + " without a verdict";
  }

  private static long count(List<Optional<Capability>> found, Verdict verdict) {
    return found.stream().flatMap(Optional::stream).filter(e -> e.verdict() == verdict).count();
  }

  /** Facilities as rows, engines as columns; in full with the question, once for each case. */
  Grid verdicts(QuestionGrid.Detail detail) {
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(Grid.Column.words("facility"));
    engines.forEach(engine -> columns.add(Grid.Column.words(engine)));
    if (detail == QuestionGrid.Detail.FULL) columns.add(Grid.Column.words("question"));
    Set<String> asked = new LinkedHashSet<>();
    List<List<Grid.Cell>> lines = new ArrayList<>();
    for (String facility : facilities()) {
      List<Grid.Cell> cells = new ArrayList<>();
      cells.add(Grid.Cell.of(facility));
      for (String engine : engines)
        cells.add(
            of(facility).stream()
                .filter(row -> row.engine().equals(engine))
                .findFirst()
                .map(CapabilityTable::cell)
                .orElse(new Grid.Cell(NO_PROBE, Tone.QUIET)));
      String question = of(facility).get(0).declaration().question();
      if (detail == QuestionGrid.Detail.FULL)
        cells.add(Grid.Cell.of(asked.add(question) ? question : ""));
      lines.add(cells);
    }
    return new Grid(columns, lines);
  }

  /** What every probe saw, alike ones together, with the reference where it is not supported. */
  Grid details() {
    List<List<Grid.Cell>> lines = new ArrayList<>();
    for (String facility : facilities())
      alike(facility)
          .forEach(
              (finding, names) ->
                  lines.add(
                      List.of(
                          Grid.Cell.of(facility),
                          Grid.Cell.of(String.join(", ", names)),
                          Grid.Cell.of(finding.word()),
                          Grid.Cell.of(finding.saw()),
                          Grid.Cell.of(finding.reference()))));
    return new Grid(
        List.of(
            Grid.Column.words("facility"),
            Grid.Column.words("engines"),
            Grid.Column.words("verdict"),
            Grid.Column.words("what the probe saw"),
            Grid.Column.words("reference")),
        lines);
  }

  /**
   * A sentence for each finding that is not {@link Verdict#SUPPORTED}, and one for all probes that
   * ended without a verdict for one reason.
   */
  List<String> shortcomings() {
    List<String> sentences = new ArrayList<>();
    Map<Finding, List<String>> without = new LinkedHashMap<>();
    for (String facility : facilities())
      alike(facility)
          .forEach(
              (finding, names) -> {
                String where = facility + ", " + String.join(", ", names);
                if (!finding.judged())
                  without.computeIfAbsent(finding, any -> new ArrayList<>()).add(where);
                else if (!finding.word().equals(Verdict.SUPPORTED.title()))
                  sentences.add(where + ": " + finding.sentence());
              });
    without.forEach(
        (finding, wheres) ->
            sentences.add(
                (wheres.size() == 1 ? wheres.get(0) : wheres.size() + " probes")
                    + ": "
                    + finding.sentence()));
    return sentences;
  }

  private Set<String> facilities() {
    return rows.stream()
        .map(row -> row.id().shortName())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<CaseResult> of(String facility) {
    return rows.stream().filter(row -> row.id().shortName().equals(facility)).toList();
  }

  private Map<Finding, List<String>> alike(String facility) {
    Map<Finding, List<String>> alike = new LinkedHashMap<>();
    for (CaseResult row : of(facility))
      alike.computeIfAbsent(Finding.of(row), any -> new ArrayList<>()).add(row.engine());
    return alike;
  }

  private static Grid.Cell cell(CaseResult row) {
    Tone tone =
        row.capability()
            .map(
                found ->
                    switch (found.verdict()) {
                      case SUPPORTED -> Tone.GOOD;
                      case BROKEN -> Tone.BAD;
                      case UNSUPPORTED -> Tone.DOUBTFUL;
                    })
            .orElse(Tone.BAD);
    return new Grid.Cell(Finding.of(row).word(), tone);
  }

  /** What is said of one facility of one engine; a probe that failed says how. */
  private record Finding(boolean judged, String word, String saw, String reference) {
    String sentence() {
      return word + ", " + saw + (reference.isEmpty() ? "" : " → " + reference);
    }

    static Finding of(CaseResult row) {
      Optional<Capability> capability = row.capability();
      if (capability.isEmpty()) return new Finding(false, Notes.status(row), row.reason(), "");
      Verdict verdict = capability.get().verdict();
      return new Finding(
          true,
          verdict.title(),
          capability.get().saw(),
          verdict == Verdict.SUPPORTED ? "" : row.declaration().reference());
    }
  }
}
