package org.bindbench.analysis.change;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bindbench.model.metric.Direction;

/**
 * Judges one subject, whose stage one is known.
 *
 * @param sides stage one
 */
record Judge(Subject subject, Sides sides, Gate gate, List<String> words) {
  static final String NOT_AGAIN = "flagged, not measured again";

  static final String ONCE = "found in one measurement and not confirmed by a second";

  /**
   * The verdict.
   *
   * @param unfit why the machine was not fit to measure time
   * @param ifFlagged how a flagged subject is judged
   */
  Comparison judge(
      Screening screening, Optional<String> unfit, Function<Judge, Comparison> ifFlagged) {
    return beforehand(unfit)
        .orElseGet(
            () -> {
              Screening.Candidate candidate = screening.candidate(subject);
              return candidate.isFlagged()
                  ? ifFlagged.apply(this)
                  : sameOr(candidate.change(), sides, candidate.reason());
            });
  }

  /**
   * The verdict that needs no data, where one side cannot be better or nothing can be concluded.
   */
  private Optional<Comparison> beforehand(Optional<String> unfit) {
    if (subject.metric().direction() == Direction.NEITHER)
      return Optional.of(
          Comparison.notComparable(subject, "neither more nor less of it is better", words));
    Optional<String> reason = Change.obstacle(subject.metric(), sides);
    if (reason.isEmpty() && Source.of(subject.metric()) == Source.CLOCKED) reason = unfit;
    return reason.map(why -> of(Verdict.INCONCLUSIVE, Optional.empty(), sides, why));
  }

  /** Flagged, and a second stage is not to be had. */
  Comparison unconfirmed() {
    return of(direction(stageOne()), Optional.of(stageOne()), sides, ONCE);
  }

  /** Flagged, but not measured again. */
  Comparison notAgain() {
    return of(Verdict.INCONCLUSIVE, Optional.empty(), sides, NOT_AGAIN);
  }

  /**
   * Flagged and measured again.
   *
   * @param alpha level at which it is confirmed
   */
  Comparison again(Sides stageTwo, double alpha) {
    Optional<String> obstacle = Change.obstacle(subject.metric(), stageTwo);
    if (obstacle.isPresent())
      return of(
          Verdict.INCONCLUSIVE,
          Optional.empty(),
          stageTwo,
          "flagged, but nothing follows from the second measurement: " + obstacle.get());
    Change second = Change.of(subject.metric(), stageTwo).orElseThrow();
    boolean confirmed =
        second.pValue() < alpha
            && gate.isReachedBy(second)
            && gate.isAboveFloor(stageTwo)
            && second.isWorse() == stageOne().isWorse();
    return confirmed
        ? of(direction(second), Optional.of(second), stageTwo, "")
        : sameOr(second, stageTwo, "flagged, but not confirmed when it was measured again");
  }

  private Comparison sameOr(Change change, Sides from, String reason) {
    boolean same = change.isWithin(gate.least());
    return of(
        same ? Verdict.SAME : Verdict.INCONCLUSIVE, Optional.of(change), from, same ? "" : reason);
  }

  private Change stageOne() {
    return Change.of(subject.metric(), sides).orElseThrow();
  }

  private static Verdict direction(Change change) {
    return change.isWorse() ? Verdict.WORSE : Verdict.BETTER;
  }

  private Comparison of(Verdict verdict, Optional<Change> published, Sides from, String reason) {
    return new Comparison(
        subject,
        verdict,
        verdict == Verdict.WORSE
            ? published.map(change -> Magnitude.of(change.worsening(), gate))
            : Optional.empty(),
        Change.of(subject.metric(), sides),
        published,
        DetectableChange.of(from, gate),
        reason,
        words);
  }
}
