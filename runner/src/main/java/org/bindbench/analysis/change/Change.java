package org.bindbench.analysis.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.WelchRatio;
import org.bindbench.analysis.inference.HedgesG;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;

/**
 * How much one metric changed between two versions, by Welch's t on the logarithms of the fork
 * values.
 *
 * <p>Values that repeat exactly: a clock that gives the same value in every fork of a side is
 * broken or too coarse, and nothing is concluded from it. Counted values may repeat. Where both
 * sides do, there is nothing to test: the ratio is exact, with an interval without width.
 *
 * @param ratio head / base of the geometric means in the metric's own unit, with its 95 % interval
 * @param worsening share by which the head is worse, with its interval; negative where it is
 *     better. It is head / base − 1 where lower is better and base / head − 1 where higher is,
 *     which for a rate is the slowdown t(head) / t(base) − 1
 * @param pValue two-sided p that nothing changed; where both sides repeat exactly 1 for equal sides
 *     and 0 for others
 * @param degreesOfFreedom Welch's; NaN where both sides repeat exactly
 * @param hedgesG difference of the logarithms in pooled deviations, small-sample corrected,
 *     positive where the head is worse; NaN where nothing varies
 */
public record Change(
    Estimate ratio, Estimate worsening, double pValue, double degreesOfFreedom, double hedgesG) {

  /** The change between the sides; empty where {@link #obstacle} names a reason. */
  public static Optional<Change> of(Metric metric, Sides sides) {
    if (obstacle(metric, sides).isPresent()) return Optional.empty();
    if (repeatsEqually(sides)) return Optional.of(none());
    return WelchRatio.test(sides.head(), sides.base()).map(tested -> of(metric, sides, tested));
  }

  private static Change of(Metric metric, Sides sides, WelchRatio.Tested tested) {
    boolean higherIsBetter = metric.direction() == Direction.HIGHER_IS_BETTER;
    double[] base = Summaries.logarithms(sides.baseValues());
    double[] head = Summaries.logarithms(sides.headValues());
    return new Change(
        tested.ratio(),
        less1(higherIsBetter ? inverse(tested.ratio()) : tested.ratio()),
        tested.pValue(),
        tested.degreesOfFreedom(),
        higherIsBetter ? HedgesG.of(base, head) : HedgesG.of(head, base));
  }

  /**
   * Why nothing can be concluded from such values, whatever they are; empty where something can.
   */
  public static Optional<String> obstacle(Metric metric, Sides sides) {
    List<Double> all = Stream.concat(sides.base().stream(), sides.head().stream()).toList();
    int fewest = Math.min(sides.base().size(), sides.head().size());
    if (metric.direction() == Direction.NEITHER)
      return Optional.of("neither more nor less of it is better");
    if (!all.stream().allMatch(Double::isFinite)) return Optional.of("a value is not a number");
    if (fewest < Summaries.FEWEST_FORKS)
      return Optional.of("a side has fewer than " + Summaries.FEWEST_FORKS + " forks");
    if (Source.of(metric) == Source.CLOCKED
        && (Summaries.isConstant(sides.baseValues()) || Summaries.isConstant(sides.headValues())))
      return Optional.of(
          "a clock gave the same value in every fork of a side: it is broken or too coarse");
    if (!repeatsEqually(sides) && !all.stream().allMatch(value -> value > 0))
      return Optional.of("a value is zero or less, so there is no ratio");
    return Optional.empty();
  }

  /** Whether both sides repeat exactly, so that the ratio is a fact and nothing was tested. */
  public boolean isExact() {
    return Double.isNaN(degreesOfFreedom);
  }

  /** Whether the head is worse, by however little. */
  public boolean isWorse() {
    return worsening.value() > 0;
  }

  /** Whether the point estimate is a ratio of at least 1 + share, either way. */
  public boolean isAtLeast(double share) {
    return size(worsening.value()) >= Math.log1p(share);
  }

  /** Whether the whole interval is a ratio of at most 1 + share, either way. */
  public boolean isWithin(double share) {
    return Math.max(size(worsening.low()), size(worsening.high())) <= Math.log1p(share);
  }

  private static double size(double share) {
    return Math.abs(Math.log1p(share));
  }

  private static boolean repeatsEqually(Sides sides) {
    return Stream.concat(sides.base().stream(), sides.head().stream()).distinct().count() == 1;
  }

  private static Change none() {
    Estimate one = new Estimate(1, 1, 1, Summaries.LEVEL);
    return new Change(one, less1(one), 1, Double.NaN, Double.NaN);
  }

  private static Estimate inverse(Estimate ratio) {
    return new Estimate(1 / ratio.value(), 1 / ratio.high(), 1 / ratio.low(), ratio.level());
  }

  private static Estimate less1(Estimate ratio) {
    return new Estimate(ratio.value() - 1, ratio.low() - 1, ratio.high() - 1, ratio.level());
  }
}
