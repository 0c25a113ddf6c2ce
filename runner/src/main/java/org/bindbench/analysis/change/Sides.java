package org.bindbench.analysis.change;

import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.bindbench.analysis.Summaries;

/**
 * The fork values of both sides, one per fork, in the order of the forks.
 *
 * @param base values of the version that is compared with
 * @param head values of the version that is judged
 */
public record Sides(List<Double> base, List<Double> head) {
  public Sides {
    base = List.copyOf(base);
    head = List.copyOf(head);
  }

  double[] baseValues() {
    return array(base);
  }

  double[] headValues() {
    return array(head);
  }

  /** Absolute difference of the geometric means; the values are positive. */
  public double difference() {
    return Math.abs(geometricMean(headValues()) - baseMean());
  }

  /** Geometric mean of the base, whose values are positive. */
  public double baseMean() {
    return geometricMean(baseValues());
  }

  private static double geometricMean(double[] values) {
    return Summaries.isConstant(values)
        ? values[0]
        : Math.exp(Mean.of(Summaries.logarithms(values)).getAsDouble());
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
