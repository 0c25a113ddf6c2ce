package org.bindbench.analysis.pairing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.TwoStage;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.baseline.KeptRow;

/** Judges two finished runs against each other, by one stage. */
public final class FinishedRuns {
  /** What must be said of every such comparison. */
  public static final String DRIFT =
      "not interleaved: drift of the machine between the runs is part of the difference";

  /** The word beside a row that is compared although its circumstances differ. */
  public static final String UNLIKE = "circumstances differ";

  private record Key(CaseId id, Column column) {
    static Key of(KeptRow row) {
      return new Key(row.id(), FinishedRuns.column(row));
    }
  }

  private final Function<Subject, Gate> gates;
  private final BiPredicate<CaseDeclaration, CaseId> selected;
  private final boolean forced;

  /**
   * By these gates, for the selected cases.
   *
   * @param forced whether rows are compared although their circumstances differ
   */
  public FinishedRuns(
      Function<Subject, Gate> gates,
      BiPredicate<CaseDeclaration, CaseId> selected,
      boolean forced) {
    this.gates = gates;
    this.selected = selected;
    this.forced = forced;
  }

  /** Every row that either run has. */
  public List<ComparedRow> rows(List<KeptRow> base, List<KeptRow> head) {
    Map<Key, KeptRow> ours = selected(base);
    Map<Key, KeptRow> theirs = selected(head);
    Map<Subject, Found> found = new LinkedHashMap<>();
    Fitness fitness = Fitness.of(ours, theirs);
    ours.forEach(
        (key, row) ->
            Optional.ofNullable(theirs.get(key))
                .map(other -> both(row, other, fitness))
                .orElseGet(() -> lone(row, "the head does not have it", Standing.GONE))
                .forEach(each -> found.put(each.subject(), each)));
    theirs.forEach(
        (key, row) -> {
          if (!ours.containsKey(key))
            lone(row, "the base does not have it", Standing.NEW)
                .forEach(each -> found.put(each.subject(), each));
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
    return found.entrySet().stream()
        .map(
            each ->
                new ComparedRow(
                    each.getValue()
                        .barred()
                        .or(() -> Optional.ofNullable(judged.get(each.getKey())))
                        .orElseThrow(),
                    gates.apply(each.getKey()),
                    each.getValue().sides(),
                    Optional.empty(),
                    each.getValue().standing()))
        .toList();
  }

  private List<Found> both(KeptRow ours, KeptRow theirs, Fitness fitness) {
    RowPair pair = new RowPair(ours, theirs, column(ours), column(theirs));
    List<String> differences =
        new Fingerprint(ours.facts()).differences(new Fingerprint(theirs.facts()));
    List<Found> found =
        pair.found(gates).stream().map(each -> fit(each, ours, theirs, fitness)).toList();
    boolean errored = theirs.errored() && !theirs.wrong().isEmpty();
    boolean interrupted = ours.interrupted() || theirs.interrupted(); // its facts may be missing
    if (differences.isEmpty() || found.isEmpty() || errored || interrupted) return found;
    if (forced)
      return found.stream().map(each -> each.with(UNLIKE).standing(Standing.UNLIKE)).toList();
    Found first = found.get(0);
    return List.of(
        Found.notComparable(
                first.subject(),
                "the runs differ in " + String.join("; ", differences),
                first.words())
            .standing(Standing.UNLIKE));
  }

  /** The same, or inconclusive where the machine was not as fit for both. */
  private static Found fit(Found found, KeptRow ours, KeptRow theirs, Fitness fitness) {
    if (!found.isTestable()) return found;
    return found
        .sides()
        .flatMap(
            sides ->
                fitness
                    .obstacle(found.subject().metric(), ours, theirs)
                    .map(
                        reason ->
                            Found.inconclusive(found.subject(), sides, reason, found.words())))
        .orElse(found);
  }

  private static List<Found> lone(KeptRow row, String reason, Standing standing) {
    boolean hasFigures = row.completed() && row.wrong().isEmpty();
    return RowPair.first(row)
        .map(metric -> new Subject(row.id(), column(row), column(row), metric))
        .map(subject -> Found.notComparable(subject, reason, List.of()))
        .map(each -> each.standing(standing(row, standing, hasFigures)))
        .stream()
        .toList();
  }

  /** Nothing is gone that had no figure; a new case that errored is an error. */
  private static Standing standing(KeptRow row, Standing standing, boolean hasFigures) {
    if (standing == Standing.NEW) return row.errored() ? Standing.ERRORED : standing;
    return hasFigures ? standing : Standing.PRESENT;
  }

  private static Column column(KeptRow row) {
    return new Column(row.engine(), row.style(), row.setup());
  }

  private Map<Key, KeptRow> selected(List<KeptRow> all) {
    Map<Key, KeptRow> rows = new LinkedHashMap<>();
    for (KeptRow row : all)
      if (selected.test(row.declaration(), row.id())) rows.put(Key.of(row), row);
    return rows;
  }
}
