package org.bindbench.worker.flight;

import java.util.List;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Sample;

/**
 * What a load came to.
 *
 * @param measures one value per metric
 * @param absent what this JVM, this collector or this system cannot tell, and why
 * @param samples every pause, by the number of its collection
 */
public record LoadFigures(List<Measure> measures, List<Absent> absent, List<Sample> samples) {
  public LoadFigures {
    measures = List.copyOf(measures);
    absent = List.copyOf(absent);
    samples = List.copyOf(samples);
  }
}
