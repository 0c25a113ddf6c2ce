package org.bindbench.launch.budget;

import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.bindbench.launch.Batch;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialSpec;

/**
 * How a run keeps its time budget while it runs: a batch without a row of rank 0 starts only where,
 * at the speed so far, it leaves time for every batch with one. Timed and untimed batches each have
 * a speed of their own, for their estimates err in different ways.
 */
public final class Pace {
  /** Judging and writing the results takes time too: the more there are, the more. */
  private static final double REPORT_SHARE = 0.02;

  private static final double REPORT_SECONDS = 2;

  private final Duration budget;
  private final ToIntFunction<TrialSpec> rank;
  private final Ticker ticker;
  private final long startNanos;
  private final Kind timed = new Kind();
  private final Kind untimed = new Kind();
  private long sinceNanos;
  private Kind running = timed;

  /** Batches of one kind: what they were to take, what they took, and what must still be run. */
  private static final class Kind {
    private double estimatedSeconds;
    private double spentSeconds;
    private double headlineSeconds;

    double slowness() {
      return estimatedSeconds == 0 ? 1 : Math.max(1, spentSeconds / estimatedSeconds);
    }

    double headlinesAhead() {
      return slowness() * headlineSeconds;
    }
  }

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
    this.sinceNanos = startNanos;
    for (Batch batch : batches)
      if (isHeadline(batch)) kind(batch).headlineSeconds += seconds(batch);
  }

  /** Whether there is time for the batch; where there is, it counts as started. */
  public synchronized boolean allows(Batch batch) {
    long now = ticker.nanos();
    running.spentSeconds += (now - sinceNanos) / 1e9;
    sinceNanos = now;
    Kind kind = kind(batch);
    boolean headline = isHeadline(batch);
    double ahead =
        kind.slowness() * seconds(batch)
            + (headline ? 0 : timed.headlinesAhead() + untimed.headlinesAhead());
    if ((now - startNanos) / 1e9 + ahead > budget.toMillis() / 1000.0) return false;
    kind.estimatedSeconds += seconds(batch);
    if (headline) kind.headlineSeconds -= seconds(batch);
    running = kind;
    return true;
  }

  private Kind kind(Batch batch) {
    return batch.sharing().isTimed() ? timed : untimed;
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
