package org.bindbench.model.baseline;

import java.util.List;
import org.bindbench.model.metric.Metric;

/**
 * One metric of a row.
 *
 * @param forks one finite value per fork that has one, in the order of the forks
 * @param steady those of forks that settled, where that decides what may be compared; else empty
 */
public record KeptMetric(Metric metric, List<Double> forks, List<Double> steady) {
  public KeptMetric {
    forks = List.copyOf(forks);
    steady = List.copyOf(steady);
  }
}
