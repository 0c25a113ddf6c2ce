package org.bindbench.analysis.pairing;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.Verdict;

/**
 * What both sides measured of one metric of a case.
 *
 * @param sides the fork values; empty where they must not be shown
 * @param obstacle why nothing may be concluded from them; empty where something may
 * @param words caveats of the figures
 */
record Found(
    Subject subject, Optional<Sides> sides, Optional<Obstacle> obstacle, List<String> words) {
  /** A verdict that needs no test, and why. */
  record Obstacle(Verdict verdict, String reason) {}

  static Found of(Subject subject, Sides sides, List<String> words) {
    return new Found(subject, Optional.of(sides), Optional.empty(), words);
  }

  static Found notComparable(Subject subject, String reason, List<String> words) {
    return new Found(
        subject,
        Optional.empty(),
        Optional.of(new Obstacle(Verdict.NOT_COMPARABLE, reason)),
        words);
  }

  static Found inconclusive(Subject subject, Sides sides, String reason, List<String> words) {
    return new Found(
        subject,
        Optional.of(sides),
        Optional.of(new Obstacle(Verdict.INCONCLUSIVE, reason)),
        words);
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
