package org.bindbench.analysis.stress;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.StressMetrics;

/** What the steps of a trial come to, in front of its other measures. */
public final class StressReview {
  private StressReview() {}

  /** The trial with its score; others as they are. Reviewing twice changes nothing. */
  public static TrialRecord review(TrialRecord trial) {
    String protocol = trial.spec().declaration().protocol();
    boolean pressure = protocol.equals(StressMetrics.PRESSURE);
    if (!pressure && !protocol.equals(StressMetrics.POOL)) return trial;
    if (!(trial.outcome() instanceof Completed completed)) return trial;
    if (has(completed, StressMetrics.STABILITY)) return trial;
    Ladder ladder = Ladder.of(completed.samples());
    if (ladder.steps().isEmpty()) return trial;
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(StressMetrics.STABILITY, ladder.stability()));
    if (pressure)
      measures.add(
          new Measure(StressMetrics.PRESSURE_REACHED, ladder.reached().map(Step::size).orElse(0L)));
    List<Step> passed = ladder.passed();
    if (!passed.isEmpty()) {
      measures.add(new Measure(StressMetrics.THROUGHPUT_KEPT, ladder.keptPercent()));
      measures.add(
          new Measure(StressMetrics.COLLECTING_SHARE, passed.get(passed.size() - 1).collecting()));
    }
    measures.addAll(completed.measures());
    return trial.withOutcome(
        new Completed(measures, completed.absent(), completed.samples(), completed.capability()));
  }

  private static boolean has(Completed completed, Metric metric) {
    return completed.measures().stream().anyMatch(each -> each.metric().equals(metric));
  }
}
