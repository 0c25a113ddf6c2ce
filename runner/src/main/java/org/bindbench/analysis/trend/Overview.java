package org.bindbench.analysis.trend;

import java.time.Instant;
import java.util.List;

/**
 * The trends of a history.
 *
 * @param history where it is
 * @param since begin of the time that was looked at
 * @param until its end
 * @param runs how many runs of that time count
 * @param excluded how many of it were left out
 * @param sensitivity from how many robust deviations on a run stands out
 * @param trends in the order of their titles
 */
public record Overview(
    String history,
    Instant since,
    Instant until,
    int runs,
    int excluded,
    double sensitivity,
    List<Trend> trends) {
  public Overview {
    trends = List.copyOf(trends);
  }
}
