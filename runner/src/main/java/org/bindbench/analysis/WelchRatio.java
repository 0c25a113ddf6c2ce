package org.bindbench.analysis;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * How many times one side is another: the ratio of their geometric means with Welch's interval on
 * the logarithms (Welch, "The generalization of Student's problem when several different population
 * variances are involved", Biometrika 1947).
 */
public final class WelchRatio {
  private WelchRatio() {}

  /**
   * A ratio with the test that it is 1.
   *
   * @param pValue two-sided p of Welch's t test on the logarithms; where both sides repeat exactly
   *     1 for equal sides and 0 for others
   * @param degreesOfFreedom Welch's; NaN where both sides repeat exactly, so that nothing is tested
   */
  public record Tested(Estimate ratio, double pValue, double degreesOfFreedom) {}

  /**
   * above / below with its 95 % interval. Two sides that each repeat exactly have an interval
   * without width.
   *
   * @param above fork values of the numerator
   * @param below fork values of the denominator
   * @return empty where a side has fewer than 3 forks or a value that is zero or negative
   */
  public static Optional<Estimate> of(List<Double> above, List<Double> below) {
    return test(above, below).map(Tested::ratio);
  }

  /** The same ratio with its test; empty where there is no ratio. */
  public static Optional<Tested> test(List<Double> above, List<Double> below) {
    double[] a = above.stream().mapToDouble(Double::doubleValue).toArray();
    double[] b = below.stream().mapToDouble(Double::doubleValue).toArray();
    if (Math.min(a.length, b.length) < Summaries.FEWEST_FORKS) return Optional.empty();
    if (!Summaries.allPositive(a) || !Summaries.allPositive(b)) return Optional.empty();
    if (Summaries.isConstant(a) && Summaries.isConstant(b)) {
      double exact = a[0] / b[0];
      Estimate ratio = new Estimate(exact, exact, exact, Summaries.LEVEL);
      return Optional.of(new Tested(ratio, exact == 1 ? 1 : 0, Double.NaN));
    }
    return Optional.of(onLogarithms(Summaries.logarithms(a), Summaries.logarithms(b)));
  }

  private static Tested onLogarithms(double[] a, double[] b) {
    double difference = Mean.of(a).getAsDouble() - Mean.of(b).getAsDouble();
    double error =
        Math.sqrt(
            Variance.of(a).getAsDouble() / a.length + Variance.of(b).getAsDouble() / b.length);
    TTest.Result test = TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC).test(a, b);
    double reach = Summaries.tQuantile(test.getDegreesOfFreedom()) * error;
    Estimate ratio =
        new Estimate(
            Math.exp(difference),
            Math.exp(difference - reach),
            Math.exp(difference + reach),
            Summaries.LEVEL);
    return new Tested(ratio, test.getPValue(), test.getDegreesOfFreedom());
  }
}
