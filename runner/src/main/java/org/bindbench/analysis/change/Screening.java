package org.bindbench.analysis.change;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.inference.BenjaminiHochberg;

/**
 * Stage one: which of many changes are worth measuring again.
 *
 * <p>What repeats exactly on both sides is no test, and does not count among those that were made:
 * it is flagged for its size alone.
 */
record Screening(List<Candidate> candidates) {
  /**
   * A change that stage one shows.
   *
   * @param adjustedP p after Benjamini and Hochberg
   * @param tested number of changes that were tested together
   */
  record Candidate(
      Subject subject, Sides sides, Gate gate, Change change, double adjustedP, int tested) {
    boolean isFlagged() {
      return adjustedP < TwoStage.ALPHA && gate.isReachedBy(change) && gate.isAboveFloor(sides);
    }

    /** Why it is not flagged, for one that is not the same either. */
    String reason() {
      if (change.pValue() >= TwoStage.ALPHA || !gate.isReachedBy(change))
        return "the interval of the change reaches beyond ± " + Figures.percent(gate.least());
      if (!gate.isAboveFloor(sides))
        return "the difference is less than "
            + Figures.quantity(gate.floor(), subject.metric().unit());
      return "the change is significant by itself, but not among the "
          + tested
          + " that were tested together";
    }
  }

  static Screening of(Map<Subject, Sides> sides, Function<Subject, Gate> gates) {
    List<Candidate> raw = new ArrayList<>();
    sides.forEach(
        (subject, values) ->
            Change.of(subject.metric(), values)
                .map(
                    change ->
                        new Candidate(
                            subject, values, gates.apply(subject), change, change.pValue(), 0))
                .ifPresent(raw::add));
    return new Screening(adjusted(raw));
  }

  private static List<Candidate> adjusted(List<Candidate> raw) {
    List<Double> tested =
        raw.stream()
            .map(Candidate::change)
            .filter(change -> !change.isExact())
            .map(Change::pValue)
            .toList();
    Iterator<Double> adjusted = BenjaminiHochberg.adjusted(tested).iterator();
    return raw.stream()
        .map(
            each ->
                new Candidate(
                    each.subject,
                    each.sides,
                    each.gate,
                    each.change,
                    each.change.isExact() ? each.change.pValue() : adjusted.next(),
                    tested.size()))
        .toList();
  }

  /** What is worth measuring again, in the order that it was given. */
  Set<Subject> flagged() {
    Set<Subject> flagged = new LinkedHashSet<>();
    candidates.stream().filter(Candidate::isFlagged).forEach(each -> flagged.add(each.subject));
    return flagged;
  }

  /** The candidate of a subject that shows a change. */
  Candidate candidate(Subject subject) {
    return candidates.stream()
        .filter(each -> each.subject.equals(subject))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not screened: " + subject.title()));
  }
}
