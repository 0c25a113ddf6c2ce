package org.bindbench.analysis.pairing;

import java.util.Optional;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.GatedRow;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.model.comparison.Side;

/**
 * One comparison with the figures behind it.
 *
 * @param gate how much of a change counted
 * @param stageOne fork values of the first measurement; empty where they must not be shown
 * @param stageTwo fork values of the second; empty where there was none
 * @param standing how far both sides are there at all
 */
public record ComparedRow(
    Comparison comparison,
    Gate gate,
    Optional<Sides> stageOne,
    Optional<Sides> stageTwo,
    Standing standing) {
  /** A row that both sides have. */
  public ComparedRow(
      Comparison comparison, Gate gate, Optional<Sides> stageOne, Optional<Sides> stageTwo) {
    this(comparison, gate, stageOne, stageTwo, Standing.PRESENT);
  }

  /** The row as gates see it. */
  GatedRow gated() {
    return new GatedRow(comparison, gate, standing);
  }

  /** The figure of a side that the verdict rests on; empty where there is none to show. */
  public Optional<Summary> figure(Side side) {
    if (comparison.verdict() == Verdict.NOT_COMPARABLE) return Optional.empty();
    return stageTwo
        .or(() -> stageOne)
        .map(sides -> side == Side.BASE ? sides.base() : sides.head())
        .filter(values -> !values.isEmpty() && values.stream().allMatch(Double::isFinite))
        .map(values -> Summaries.summarise(comparison.subject().metric(), values));
  }
}
