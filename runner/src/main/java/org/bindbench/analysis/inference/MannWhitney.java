package org.bindbench.analysis.inference;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Whether the values of one side tend to be above those of the other, by ranks alone (Mann &amp;
 * Whitney, "On a test of whether one of two random variables is stochastically larger than the
 * other", Annals of Mathematical Statistics 1947).
 *
 * @param u pairs in which the first side is above the second, ties counting half
 * @param pValue two-sided; exact where no two values are equal, else by the normal approximation
 *     corrected for ties and continuity
 * @param isExact whether no two values are equal
 */
public record MannWhitney(double u, double pValue, boolean isExact) {
  /** The test of two sides with at least one value each. */
  public static MannWhitney of(double[] first, double[] second) {
    MannWhitneyUTest test = MannWhitneyUTest.withDefaults().with(AlternativeHypothesis.TWO_SIDED);
    MannWhitneyUTest.Result result = test.with(PValueMethod.EXACT).test(first, second);
    if (result.hasTiedValues()) result = test.with(PValueMethod.ASYMPTOTIC).test(first, second);
    return new MannWhitney(result.getStatistic(), result.getPValue(), !result.hasTiedValues());
  }
}
