package org.bindbench.analysis.trend;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.past.PastSeries;

/**
 * What is to be said of one series.
 *
 * @param changes earliest first
 * @param anomalies in the order of the runs
 * @param judged readings that lie in a level long enough to be looked at for anomalies
 * @param expectedAnomalies how many of them would stand out of as many readings of pure normal
 *     noise
 * @param drift empty where there are too few readings for an interval
 * @param reason why nothing was judged; empty where it was
 */
public record Trend(
    PastSeries series,
    List<ChangePoint> changes,
    List<Anomaly> anomalies,
    int judged,
    double expectedAnomalies,
    Optional<Drift> drift,
    String reason) {
  public Trend {
    changes = List.copyOf(changes);
    anomalies = List.copyOf(anomalies);
  }

  /** Whether the drift counts beside the changes. */
  public boolean drifts() {
    return drift.filter(Drift::counts).isPresent();
  }

  /** The anomaly of the last run, if it is one. */
  public Optional<Anomaly> lastRunStandsOut() {
    if (anomalies.isEmpty()) return Optional.empty();
    Anomaly last = anomalies.get(anomalies.size() - 1);
    return last.index() == series.readings().size() - 1 ? Optional.of(last) : Optional.empty();
  }

  /** Whether there is something to look at: a change, a drift, or a last run that stands out. */
  public boolean isNotable() {
    return !changes.isEmpty() || drifts() || lastRunStandsOut().isPresent();
  }
}
