package org.bindbench.analysis.change;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.inference.WelchPower;

/**
 * The smallest change that a comparison would have found in 80 of 100 cases, so that an
 * inconclusive one says what it could have seen.
 */
public final class DetectableChange {
  /** Share of real changes of that size which are found. */
  public static final double POWER = 0.8;

  private static final double ALPHA = 0.05;

  private static final double POWER_QUANTILE =
      NormalDistribution.of(0, 1).inverseCumulativeProbability(POWER);

  private DetectableChange() {}

  /** Fork counts of both sides, which are all that the noncentrality depends on. */
  private record Sizes(int base, int head) {
    double noncentrality() {
      return WelchPower.of(base, head, ALPHA).noncentrality(POWER);
    }
  }

  private static final Map<Sizes, Double> NONCENTRALITIES = new ConcurrentHashMap<>();

  /**
   * By Welch's two-sided test at 5 % on the logarithms, both sides varying alike: exp(λ·σ·√(1/n +
   * 1/m)) − 1, with λ the noncentrality that is found that often ({@link WelchPower}).
   *
   * @param logDeviation standard deviation of the logarithms of the fork values, about their CV
   * @param base forks of one side
   * @param head forks of the other
   * @return share of a worsening; NaN where a side has fewer than 3 forks or the deviation is not
   *     known
   */
  public static double of(double logDeviation, int base, int head) {
    if (Math.min(base, head) < Summaries.FEWEST_FORKS || !(logDeviation >= 0)) return Double.NaN;
    double noncentrality =
        NONCENTRALITIES.computeIfAbsent(new Sizes(base, head), Sizes::noncentrality);
    return Math.expm1(noncentrality * logDeviation * Math.sqrt(1.0 / base + 1.0 / head));
  }

  /**
   * The same for the rule, which asks for an effect too: the larger of what the test finds and of
   * what exceeds the gate's least change that often, exp(ln(1 + δ) + z·se) − 1, z being the normal
   * quantile of the power. Where the gate has a floor, δ is at least its share of the base.
   *
   * @return NaN where the sides have no logarithms or too few forks
   */
  static double of(Sides sides, Gate gate) {
    double[] base = sides.baseValues();
    double[] head = sides.headValues();
    if (Math.min(base.length, head.length) < Summaries.FEWEST_FORKS) return Double.NaN;
    if (!Summaries.allPositive(base) || !Summaries.allPositive(head)) return Double.NaN;
    double deviation = pooledDeviation(Summaries.logarithms(base), Summaries.logarithms(head));
    double error = deviation * Math.sqrt(1.0 / base.length + 1.0 / head.length);
    return Math.max(
        of(deviation, base.length, head.length),
        Math.expm1(Math.log1p(gate.leastOf(sides.baseMean())) + POWER_QUANTILE * error));
  }

  private static double pooledDeviation(double[] a, double[] b) {
    double squares =
        (a.length - 1) * Variance.of(a).getAsDouble()
            + (b.length - 1) * Variance.of(b).getAsDouble();
    return Math.sqrt(squares / (a.length + b.length - 2));
  }
}
