package org.bindbench.launch;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the waiting batches a free lane takes: every row's first fork before further ones, and
 * of these the batch that will take longest, so that lanes end together (Graham's longest
 * processing time rule, 1969). The expected time is the batch's estimate, times taken over
 * estimated of that engine's batches so far. Used by several threads.
 */
final class LongestFirst {
  private final Map<String, Pace> byEngine = new HashMap<>();

  /** Seconds that batches were to take, and took. */
  private record Pace(double estimated, double taken) {
    private static final Pace UNKNOWN = new Pace(0, 0);

    private Pace with(double moreEstimated, double moreTaken) {
      return new Pace(estimated + moreEstimated, taken + moreTaken);
    }

    private double slowness() {
      return estimated == 0 ? 1 : taken / estimated;
    }
  }

  /** Told of each batch that ended, and how long it took; timed ones had the machine alone. */
  synchronized void took(Batch batch, Duration time) {
    if (batch.sharing().isTimed()) return;
    byEngine.merge(
        batch.runsOn(),
        Pace.UNKNOWN.with(seconds(batch.estimate()), seconds(time)),
        (before, now) -> before.with(now.estimated(), now.taken()));
  }

  /** Takes the next one out; among equals the first. Empty where none is left. */
  synchronized Optional<Batch> takeFrom(List<Batch> waiting) {
    Comparator<Batch> order =
        Comparator.comparing(LongestFirst::isFirstFork).thenComparing(this::expectedSeconds);
    Optional<Batch> next =
        waiting.stream().reduce((one, later) -> order.compare(later, one) > 0 ? later : one);
    next.ifPresent(waiting::remove);
    return next;
  }

  private double expectedSeconds(Batch batch) {
    return seconds(batch.estimate())
        * byEngine.getOrDefault(batch.runsOn(), Pace.UNKNOWN).slowness();
  }

  private static boolean isFirstFork(Batch batch) {
    return batch.trials().stream().anyMatch(trial -> trial.fork() == 1);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
