package org.bindbench.analysis.pairing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.TwoStage;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Metric;

/** Judges two finished runs against each other, by one stage. */
public final class FinishedRuns {
  /** What must be said of every such comparison. */
  public static final String DRIFT =
      "not interleaved: drift of the machine between the runs is part of the difference";

  /**
   * A finished run.
   *
   * @param digests of its suite files, by file
   */
  public record Finished(RunAnalysis analysis, Map<String, String> digests) {}

  private record Key(CaseId id, Column column) {
    static Key of(CaseResult row) {
      return new Key(row.id(), row.column());
    }
  }

  private final Function<Subject, Gate> gates;
  private final BiPredicate<CaseDeclaration, CaseId> selected;

  /** By these gates, for the selected cases. */
  public FinishedRuns(
      Function<Subject, Gate> gates, BiPredicate<CaseDeclaration, CaseId> selected) {
    this.gates = gates;
    this.selected = selected;
  }

  /** Every row that either run has and that can be compared by its protocol. */
  public List<ComparedRow> rows(Finished base, Finished head) {
    Map<Key, CaseResult> ours = rows(base.analysis());
    Map<Key, CaseResult> theirs = rows(head.analysis());
    Map<Subject, Found> found = new LinkedHashMap<>();
    ours.forEach(
        (key, row) ->
            (theirs.containsKey(key)
                    ? both(base, row, head, Optional.ofNullable(theirs.get(key)).orElseThrow())
                    : List.of(lone(row, "the second run does not have it")))
                .forEach(each -> found.put(each.subject(), each)));
    theirs.forEach(
        (key, row) -> {
          if (ours.containsKey(key)) return;
          Found lone = lone(row, "the first run does not have it");
          found.put(lone.subject(), lone);
        });
    return judged(found);
  }

  private List<ComparedRow> judged(Map<Subject, Found> found) {
    Map<Subject, Sides> sides = new LinkedHashMap<>();
    found.forEach(
        (subject, each) -> {
          if (each.isTestable()) each.sides().ifPresent(values -> sides.put(subject, values));
        });
    Map<Subject, Comparison> judged =
        TwoStage.judgeOnce(
                sides,
                gates,
                subject -> Optional.ofNullable(found.get(subject)).orElseThrow().words(),
                Optional.empty())
            .stream()
            .collect(Collectors.toMap(Comparison::subject, Function.identity()));
    List<ComparedRow> rows = new ArrayList<>();
    found.forEach(
        (subject, each) ->
            rows.add(
                new ComparedRow(
                    each.barred().or(() -> Optional.ofNullable(judged.get(subject))).orElseThrow(),
                    gates.apply(subject),
                    each.sides(),
                    Optional.empty())));
    return rows;
  }

  private List<Found> both(Finished base, CaseResult ours, Finished head, CaseResult theirs) {
    RowPair pair = new RowPair(ours, theirs, ours.column(), theirs.column());
    List<String> differences =
        Fingerprint.of(base.analysis().run(), ours, base.digests())
            .differences(Fingerprint.of(head.analysis().run(), theirs, head.digests()));
    List<Found> found = pair.found(gates);
    if (differences.isEmpty() || found.isEmpty()) return found;
    Subject first = found.get(0).subject();
    return List.of(
        Found.notComparable(
            first, "the runs differ in " + String.join("; ", differences), found.get(0).words()));
  }

  private static Found lone(CaseResult row, String reason) {
    Metric metric = RowPair.metrics(row.declaration()).get(0);
    return Found.notComparable(
        new Subject(row.id(), row.column(), row.column(), metric), reason, List.of());
  }

  private Map<Key, CaseResult> rows(RunAnalysis analysis) {
    Map<Key, CaseResult> rows = new LinkedHashMap<>();
    for (CaseResult row : analysis.results())
      if (Judging.metric(row.declaration()).isPresent()
          && selected.test(row.declaration(), row.id())) rows.put(Key.of(row), row);
    return rows;
  }
}
