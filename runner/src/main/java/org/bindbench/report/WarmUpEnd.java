package org.bindbench.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Figures;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * How the warm-up of a timed trial ended.
 *
 * @param seconds guest time until then
 */
public record WarmUpEnd(Kind kind, double seconds) {
  /** What ended it. */
  public enum Kind {
    /** The case was as fast as before, twice, while the compilers were idle. */
    SETTLED("settled after"),
    /** Its longest time was over. */
    CAP("reached the cap of"),
    /** Its length was fixed beforehand. */
    FIXED("fixed,");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** The end of this trial's, empty where it has no figures or timed no warm-up. */
  public static Optional<WarmUpEnd> of(TrialRecord trial) {
    if (!(trial.outcome() instanceof Completed completed)) return Optional.empty();
    Optional<Double> byRule = measure(completed, Metrics.WARM_UP_TIME);
    if (byRule.isPresent()) {
      boolean settled = measure(completed, Metrics.WARM_UP_SETTLED).orElse(0.0) == 1;
      return Optional.of(new WarmUpEnd(settled ? Kind.SETTLED : Kind.CAP, byRule.get()));
    }
    double nanos =
        completed.samples().stream()
            .filter(sample -> sample.phase() == Phase.WARM_UP)
            .filter(sample -> sample.metric().equals(Metrics.ELAPSED_NANOS.id()))
            .mapToDouble(Sample::value)
            .sum();
    return nanos > 0 ? Optional.of(new WarmUpEnd(Kind.FIXED, nanos / 1e9)) : Optional.empty();
  }

  private static Optional<Double> measure(Completed completed, Metric metric) {
    return completed.measures().stream()
        .filter(measure -> measure.metric().id().equals(metric.id()))
        .map(Measure::value)
        .findFirst();
  }

  /**
   * {@code 2 settled after 10.0 s to 12.5 s}, or without the number where one ended like that.
   *
   * @param alike ends of one kind, at least one
   */
  static String words(List<WarmUpEnd> alike) {
    DoubleSummaryStatistics seconds =
        alike.stream().mapToDouble(WarmUpEnd::seconds).summaryStatistics();
    String shortest = Figures.quantity(seconds.getMin(), "s");
    String longest = Figures.quantity(seconds.getMax(), "s");
    return (alike.size() == 1 ? "" : alike.size() + " ")
        + alike.get(0).kind().words
        + " "
        + shortest
        + (shortest.equals(longest) ? "" : " to " + longest);
  }
}
