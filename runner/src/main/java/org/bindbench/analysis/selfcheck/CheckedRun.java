package org.bindbench.analysis.selfcheck;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One comparison run of a self-check.
 *
 * @param seed seed of its order
 * @param planted share of operations that was planted on its head side; 0 for none
 * @param forks forks a side in each stage
 * @param elapsed wall time of the run
 */
public record CheckedRun(
    long seed,
    double planted,
    int forks,
    Instant startedAt,
    Duration elapsed,
    List<Finding> findings) {
  /** Compact constructor: copies the findings. */
  public CheckedRun {
    findings = List.copyOf(findings);
  }
}
