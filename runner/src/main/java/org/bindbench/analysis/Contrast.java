package org.bindbench.analysis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;

/**
 * Two rows of the same case side by side.
 *
 * @param winner the better row
 * @param loser the other
 * @param ratio how many times better the winner is, ≥ 1, with its Welch interval on the logarithms;
 *     the bounds are NaN where a side has fewer than 3 forks, and so is the ratio where a value is
 *     not positive
 * @param decided whether the interval excludes 1 and neither side is inlined; a side may be
 *     unsteady, and then its caveat stands beside it
 * @param reason why nothing is decided, empty where it is
 */
public record Contrast(
    CaseId id,
    Metric metric,
    Side winner,
    Side loser,
    Estimate ratio,
    boolean decided,
    String reason) {
  /** Reason: both sides give the same value, within half a per cent at most. */
  public static final String EQUAL = "both are equal";

  /** Reason: either side may be the better one. */
  public static final String INCLUDES_1 = "the interval of the ratio includes 1";

  /**
   * A row in a contrast.
   *
   * @param doubts what goes with its figure
   */
  public record Side(Column column, Steadiness steadiness, List<Caveat> doubts) {
    public Side {
      doubts = List.copyOf(doubts);
    }

    /** A row with nothing against it but how it settled. */
    public Side(Column column, Steadiness steadiness) {
      this(
          column,
          steadiness,
          steadiness.isUnsteady() ? List.of(new Caveat(steadiness.title(), "")) : List.of());
    }

    /** The words that stand beside its figures, empty where none is needed. */
    public String caveat() {
      return doubts.stream().map(Caveat::word).collect(Collectors.joining(", "));
    }
  }

  /** Whether both sides give the same value, which is seen without a comparison. */
  public boolean isTie() {
    return reason.equals(EQUAL);
  }

  /** Whether there is a ratio but, for want of forks, no interval of it. */
  public boolean lacksForks() {
    return Double.isFinite(ratio.value()) && Double.isNaN(ratio.low());
  }

  /** What stands against either side: {@code luajc, coercion: forks disagree (by fork: …)}. */
  public List<String> caveats() {
    return Stream.of(winner, loser)
        .filter(side -> !side.doubts().isEmpty())
        .map(
            side ->
                side.column()
                    + ": "
                    + side.doubts().stream()
                        .map(Caveat::toString)
                        .collect(Collectors.joining(", ")))
        .toList();
  }
}
