package org.bindbench.analysis.pairing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.Standing;

/**
 * What both sides measured of one metric of a case.
 *
 * @param sides the fork values; empty where they must not be shown
 * @param obstacle why nothing may be concluded from them; empty where something may
 * @param words caveats of the figures
 * @param standing how far both sides are there at all
 */
record Found(
    Subject subject,
    Optional<Sides> sides,
    Optional<Obstacle> obstacle,
    List<String> words,
    Standing standing) {
  /** A verdict that needs no test, and why. */
  record Obstacle(Verdict verdict, String reason) {}

  static Found of(Subject subject, Sides sides, List<String> words) {
    return new Found(subject, Optional.of(sides), Optional.empty(), words, Standing.PRESENT);
  }

  /** The same with another standing. */
  Found standing(Standing other) {
    return new Found(subject, sides, obstacle, words, other);
  }

  /** The same with a word more beside its figures. */
  Found with(String word) {
    return new Found(
        subject,
        sides,
        obstacle,
        Stream.concat(words.stream(), Stream.of(word)).toList(),
        standing);
  }

  static Found notComparable(Subject subject, String reason, List<String> words) {
    return new Found(
        subject,
        Optional.empty(),
        Optional.of(new Obstacle(Verdict.NOT_COMPARABLE, reason)),
        words,
        Standing.PRESENT);
  }

  static Found inconclusive(Subject subject, Sides sides, String reason, List<String> words) {
    return new Found(
        subject,
        Optional.of(sides),
        Optional.of(new Obstacle(Verdict.INCONCLUSIVE, reason)),
        words,
        Standing.PRESENT);
  }

  boolean isTestable() {
    return obstacle.isEmpty();
  }

  /** The comparison that the obstacle makes of it. */
  Optional<Comparison> barred() {
    return obstacle.map(
        found ->
            new Comparison(
                subject,
                found.verdict(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Double.NaN,
                found.reason(),
                words));
  }
}
