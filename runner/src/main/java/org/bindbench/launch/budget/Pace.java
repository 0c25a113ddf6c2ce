package org.bindbench.launch.budget;

import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.bindbench.launch.Batch;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialSpec;

/**
 * How a run keeps its time budget while it runs: a batch without a row of rank 0 starts only where,
 * at the speed so far, it leaves time for every batch with one.
 */
public final class Pace {
  /** Judging and writing the results takes time too: the more there are, the more. */
  private static final double REPORT_SHARE = 0.02;

  private static final double REPORT_SECONDS = 2;

  private final Duration budget;
  private final ToIntFunction<TrialSpec> rank;
  private final Ticker ticker;
  private final long startNanos;
  private double estimatedSeconds;
  private double headlineSeconds;

  /**
   * A pace that starts now.
   *
   * @param batches all that is planned
   * @param rank how much a row matters; 0 must be measured
   */
  public Pace(List<Batch> batches, Duration budget, ToIntFunction<TrialSpec> rank, Ticker ticker) {
    this.budget = budget;
    this.rank = rank;
    this.ticker = ticker;
    this.startNanos = ticker.nanos();
    this.headlineSeconds =
        batches.stream().filter(this::isHeadline).mapToDouble(Pace::seconds).sum();
  }

  /** Whether there is time for the batch; where there is, it counts as started. */
  public synchronized boolean allows(Batch batch) {
    double elapsed = (ticker.nanos() - startNanos) / 1e9;
    double slowness = estimatedSeconds == 0 ? 1 : Math.max(1, elapsed / estimatedSeconds);
    boolean headline = isHeadline(batch);
    double ahead = headline ? seconds(batch) : seconds(batch) + headlineSeconds;
    if (elapsed + slowness * ahead > budget.toMillis() / 1000.0) return false;
    estimatedSeconds += seconds(batch);
    if (headline) headlineSeconds -= seconds(batch);
    return true;
  }

  /** Seconds for more measuring; less than 0 where the budget is overdrawn. */
  double secondsLeft() {
    double seconds = budget.toMillis() / 1000.0;
    double report = Math.max(REPORT_SECONDS, REPORT_SHARE * seconds);
    return seconds - report - (ticker.nanos() - startNanos) / 1e9;
  }

  /** Whether the batch has a row of rank 0. */
  boolean isHeadline(Batch batch) {
    return batch.trials().stream().anyMatch(trial -> rank.applyAsInt(trial) == 0);
  }

  private static double seconds(Batch batch) {
    return batch.estimate().toMillis() / 1000.0;
  }
}
