package org.bindbench.analysis.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.GateResult.Kind;
import org.bindbench.analysis.gate.GateResult.Status;

/** Holds the rows of a comparison to the rules, one result per rule. */
public final class Gatekeeper {
  private final GateRules rules;
  private final List<GatedRow> rows;
  private final List<GateResult> results = new ArrayList<>();

  private Gatekeeper(GateRules rules, List<GatedRow> rows) {
    this.rules = rules;
    this.rows = rows;
  }

  /**
   * Judges every gate.
   *
   * @param rows every row of the comparison, in the order of reports
   * @param errors number of trials that errored on either side
   * @param missedThresholds figures of the head that missed a threshold which fails, in words
   */
  public static GateReport judge(
      GateRules rules, List<GatedRow> rows, int errors, List<String> missedThresholds) {
    Gatekeeper keeper = new Gatekeeper(rules, rows);
    keeper.worsenings();
    keeper.add(Kind.THRESHOLDS, rules.blocks(), List.of(), missedThresholds);
    keeper.errors(errors);
    keeper.missing();
    keeper.inconclusive();
    return new GateReport(
        rules,
        keeper.results,
        (int) rows.stream().filter(GatedRow::sees).count(),
        (int) rows.stream().filter(row -> row.standing() == Standing.UNLIKE).count(),
        false);
  }

  private void worsenings() {
    Optional<Magnitude> single = rules.failOn().magnitude();
    if (single.isPresent()) {
      Magnitude least = single.get();
      count(Kind.ROW, row -> row.isAtLeast(least), 0, least);
      return;
    }
    count(
        Kind.CRITICAL,
        row -> row.isOf(Magnitude.CRITICAL),
        rules.mostCritical(),
        Magnitude.CRITICAL);
    count(Kind.MAJOR, row -> row.isOf(Magnitude.MAJOR), rules.mostMajor(), Magnitude.MAJOR);
    regressed();
  }

  private void count(Kind kind, Predicate<GatedRow> isMeant, int most, Magnitude least) {
    List<Comparison> found = counted(isMeant);
    worsening(kind, found.size(), most, found, least);
  }

  /**
   * A case regressed where any metric of it did, and counts once. One in which nothing could be
   * seen makes the share no smaller.
   */
  private void regressed() {
    List<Comparison> found = counted(row -> row.isAtLeast(Magnitude.MINOR));
    long cases = cases(counted(GatedRow::sees));
    double share = cases == 0 ? Double.NaN : (double) cases(found) / cases;
    worsening(Kind.REGRESSED, share, rules.mostRegressed(), found, Magnitude.MINOR);
  }

  private static long cases(List<Comparison> comparisons) {
    return comparisons.stream().map(Comparison::subject).map(Gatekeeper::caseOf).distinct().count();
  }

  private static List<Object> caseOf(Subject subject) {
    return List.of(subject.id(), subject.base(), subject.head());
  }

  private void worsening(
      Kind kind, double value, double limit, List<Comparison> found, Magnitude least) {
    Sensitivity seen = Sensitivity.of(rows, least);
    Status status =
        value > limit
            ? rules.blocks() ? Status.FAILED : Status.TOLD
            : rows.stream().noneMatch(GatedRow::sees) ? Status.NOT_JUDGED : Status.PASSED;
    results.add(new GateResult(kind, value, limit, status, found, List.of(), Optional.of(seen)));
  }

  /** A trial that errored is never a pass; a changed answer is none where a change is a fault. */
  private void errors(int errors) {
    List<Comparison> found = standing(Standing.ERRORED);
    double value = Math.max(errors, found.size());
    Status status =
        value == 0 ? Status.PASSED : errors > 0 || rules.blocks() ? Status.FAILED : Status.TOLD;
    results.add(new GateResult(Kind.ERRORS, value, 0, status, found, List.of(), Optional.empty()));
  }

  private void missing() {
    add(Kind.MISSING, rules.missingFails() && rules.blocks(), standing(Standing.GONE), List.of());
  }

  private void inconclusive() {
    List<Comparison> found = counted(row -> row.comparison().verdict() == Verdict.INCONCLUSIVE);
    add(Kind.INCONCLUSIVE, rules.inconclusiveFails(), found, List.of());
  }

  private void add(Kind kind, boolean fails, List<Comparison> found, List<String> named) {
    int value = found.size() + named.size();
    Status status = value == 0 ? Status.PASSED : fails ? Status.FAILED : Status.TOLD;
    results.add(new GateResult(kind, value, 0, status, found, named, Optional.empty()));
  }

  private List<Comparison> counted(Predicate<GatedRow> isMeant) {
    return rows.stream()
        .filter(GatedRow::counts)
        .filter(isMeant)
        .map(GatedRow::comparison)
        .toList();
  }

  private List<Comparison> standing(Standing standing) {
    return rows.stream()
        .filter(row -> row.standing() == standing)
        .map(GatedRow::comparison)
        .toList();
  }
}
