package org.bindbench.analysis.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summary;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** Growth per guest as a measure of its trial, so that it stands among the row's figures. */
public final class ChurnGrowth {
  private ChurnGrowth() {}

  /** The trial with the slope of each reading; reviewing twice changes nothing. */
  public static TrialRecord review(TrialRecord trial) {
    if (!trial.spec().declaration().protocol().equals(ChurnMetrics.PROTOCOL)
        || !(trial.outcome() instanceof Completed completed)) return trial;
    List<Measure> measures = new ArrayList<>(completed.measures());
    List<Absent> absent = new ArrayList<>(completed.absent());
    for (ChurnReading reading : ChurnReading.all()) {
      if (isDone(reading, completed)) continue;
      Optional<Estimate> slope = slope(reading, completed);
      slope.ifPresent(found -> measures.add(new Measure(reading.growth(), found.value())));
      if (slope.isEmpty())
        absent.add(new Absent(reading.growth(), "too few contexts for the interval of a slope"));
    }
    return trial.withOutcome(
        new Completed(measures, absent, completed.samples(), completed.capability()));
  }

  private static boolean isDone(ChurnReading reading, Completed completed) {
    return completed.measures().stream().anyMatch(each -> each.metric().equals(reading.growth()))
        || completed.absent().stream().anyMatch(each -> each.metric().equals(reading.growth()));
  }

  /** Growth per guest with the interval of its readings; other summaries as they are. */
  public static Summary withInterval(Summary summary, List<Completed> forks) {
    return ChurnReading.all().stream()
        .filter(reading -> reading.growth().equals(summary.metric()))
        .findFirst()
        .flatMap(reading -> slope(reading, forks.get(0)))
        .map(summary::withEstimate)
        .orElse(summary);
  }

  private static Optional<Estimate> slope(ChurnReading reading, Completed completed) {
    List<Double> values =
        completed.samples().stream()
            .filter(sample -> sample.metric().equals(reading.id()))
            .filter(sample -> sample.phase() == Phase.MEASURED)
            .map(Sample::value)
            .toList();
    return values.isEmpty() ? Optional.empty() : ChurnJudge.slope(values);
  }
}
