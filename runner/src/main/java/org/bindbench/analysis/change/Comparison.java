package org.bindbench.analysis.change;

import java.util.List;
import java.util.Optional;

/**
 * One subject, judged.
 *
 * @param magnitude how bad it is, where it is worse
 * @param stageOne the change that the first measurement shows; empty where it shows none
 * @param published the change to print beside the verdict: stage two's where the subject was
 *     measured again, else stage one's; empty where it was flagged and not measured again, because
 *     a change that was picked for its size is exaggerated
 * @param detectable smallest change that these forks find in 80 of 100 cases, as a share; NaN where
 *     unknown
 * @param reason why the verdict is not clear, in one sentence; empty where it is
 * @param words caveats that stand beside the figures, such as {@code unsteady}
 */
public record Comparison(
    Subject subject,
    Verdict verdict,
    Optional<Magnitude> magnitude,
    Optional<Change> stageOne,
    Optional<Change> published,
    double detectable,
    String reason,
    List<String> words) {
  public Comparison {
    words = List.copyOf(words);
    if (magnitude.isPresent() != (verdict == Verdict.WORSE))
      throw new IllegalArgumentException("a worsening alone has a magnitude, not " + verdict);
  }

  /** A subject whose sides cannot be compared. */
  public static Comparison notComparable(Subject subject, String reason, List<String> words) {
    return new Comparison(
        subject,
        Verdict.NOT_COMPARABLE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Double.NaN,
        reason,
        words);
  }
}
