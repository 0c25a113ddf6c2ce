package org.bindbench.analysis.selfcheck;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.change.Change;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.model.metric.Metric;

/**
 * One comparison of the same code with itself, with a known share of operations planted on the head
 * side.
 *
 * @param row the case and its column, such as {@code suite.case · luaj, hand binding}
 * @param metric what was compared
 * @param planted share of guest operations that the head side did and did not count; 0 for none
 * @param floor least difference that counts, in the metric's unit; 0 for none
 * @param first fork values of stage one
 * @param second fork values of stage two, empty where nothing was measured again
 * @param published the change that the report would print beside the verdict, if any
 * @param detectable smallest change that the comparison would have found in 4 of 5 tries, as a
 *     share; NaN where that is unknown
 * @param words what stood beside it, such as {@code unsteady}
 */
public record Finding(
    String row,
    Metric metric,
    double planted,
    double floor,
    Sides first,
    Optional<Sides> second,
    Verdict verdict,
    Optional<Change> published,
    double detectable,
    String reason,
    List<String> words) {
  /** Compact constructor: copies the words. */
  public Finding {
    words = List.copyOf(words);
    if (!(planted >= 0))
      throw new IllegalArgumentException(
          "planted must be a share of at least 0, but is " + planted);
  }

  /**
   * What a row says of sides between which so much was planted; empty where it has no figures.
   *
   * @param planted share of operations
   */
  public static Optional<Finding> of(ComparedRow row, double planted) {
    Comparison comparison = row.comparison();
    return row.stageOne()
        .map(
            first ->
                new Finding(
                    comparison.subject().id() + " · " + comparison.subject().head().title(),
                    comparison.subject().metric(),
                    planted,
                    row.gate().floor(),
                    first,
                    row.stageTwo(),
                    comparison.verdict(),
                    comparison.published(),
                    comparison.detectable(),
                    comparison.reason(),
                    comparison.words()));
  }

  /**
   * The larger of the two sides' coefficients of variation over the forks of stage one; NaN where a
   * side has fewer than two.
   */
  public double spread() {
    return Math.max(spread(first.base()), spread(first.head()));
  }

  private double spread(List<Double> forks) {
    return forks.isEmpty() ? Double.NaN : summary(forks).cv();
  }

  private Summary summary(List<Double> forks) {
    return Summaries.summarise(metric, forks);
  }

  /**
   * Whether what was planted is less than the difference that counts, so that nothing is to be
   * found.
   */
  public boolean isBelowFloor() {
    return planted > 0
        && floor > 0
        && first.base().stream().allMatch(value -> value > 0)
        && !first.base().isEmpty()
        && !(planted * first.baseMean() >= floor);
  }

  /** Whether there was anything to judge: no row that cannot be compared, or was inlined. */
  public boolean isJudged() {
    return verdict != Verdict.NOT_COMPARABLE
        && words.stream().noneMatch(word -> word.endsWith(CaseResult.INLINED));
  }

  /** Whether a change was called that is not there. */
  public boolean isFalseAlarm() {
    return planted == 0 && (verdict == Verdict.WORSE || verdict == Verdict.BETTER);
  }

  /** Whether the planted change was found. */
  public boolean isFound() {
    return planted > 0 && verdict == Verdict.WORSE;
  }

  /** Whether the verdict contradicts what was planted; not to have decided contradicts nothing. */
  public boolean isWrong() {
    return switch (verdict) {
      case WORSE -> planted == 0;
      case BETTER -> true;
      case SAME -> planted > 0;
      case INCONCLUSIVE, NOT_COMPARABLE -> false;
    };
  }
}
