package org.bindbench.analysis.pairing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.TwoStage;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.foreign.ForeignRow;
import org.bindbench.model.foreign.ForeignRun;

/** Judges what another tool measured of two versions, by one stage and without interleaving. */
public final class ForeignRuns {
  private ForeignRuns() {}

  /** Every row that either side has, in the order of the base. */
  public static List<ComparedRow> rows(
      ForeignRun base, ForeignRun head, Function<Subject, Gate> gates) {
    Map<Subject, ForeignRow> ours = bySubject(base);
    Map<Subject, ForeignRow> theirs = bySubject(head);
    Map<Subject, Found> found = new LinkedHashMap<>();
    ours.forEach(
        (subject, row) ->
            found.put(subject, pair(subject, row, Optional.ofNullable(theirs.get(subject)))));
    theirs.forEach(
        (subject, row) ->
            found.putIfAbsent(
                subject,
                Found.notComparable(subject, "the base does not have it", List.of())
                    .standing(Standing.NEW)));
    Map<Subject, Sides> sides = new LinkedHashMap<>();
    found.forEach(
        (subject, each) -> {
          if (each.isTestable()) each.sides().ifPresent(values -> sides.put(subject, values));
        });
    Map<Subject, Comparison> judged =
        TwoStage.judgeOnce(sides, gates, subject -> List.of(), Optional.empty()).stream()
            .collect(Collectors.toMap(Comparison::subject, Function.identity()));
    List<ComparedRow> rows = new ArrayList<>();
    found.forEach(
        (subject, each) ->
            rows.add(
                new ComparedRow(
                    each.barred().or(() -> Optional.ofNullable(judged.get(subject))).orElseThrow(),
                    gates.apply(subject),
                    each.sides(),
                    Optional.empty(),
                    each.standing())));
    return rows;
  }

  private static Map<Subject, ForeignRow> bySubject(ForeignRun run) {
    Map<Subject, ForeignRow> rows = new LinkedHashMap<>();
    Column column = new Column(run.tool(), BindingStyle.OWN);
    for (ForeignRow row : run.rows())
      rows.put(new Subject(row.id(), column, column, row.metric()), row);
    return rows;
  }

  private static Found pair(Subject subject, ForeignRow base, Optional<ForeignRow> other) {
    if (other.isEmpty())
      return Found.notComparable(subject, "the head does not have it", List.of())
          .standing(Standing.GONE);
    ForeignRow head = other.get();
    List<String> differences = new ArrayList<>();
    base.facts()
        .forEach(
            (name, value) -> {
              String theirs = head.facts().getOrDefault(name, "not recorded");
              if (!theirs.equals(value)) differences.add(name + ": " + value + " / " + theirs);
            });
    return differences.isEmpty()
        ? Found.of(subject, new Sides(base.forkValues(), head.forkValues()), List.of())
        : Found.notComparable(
                subject, "the files differ in " + String.join("; ", differences), List.of())
            .standing(Standing.UNLIKE);
  }
}
