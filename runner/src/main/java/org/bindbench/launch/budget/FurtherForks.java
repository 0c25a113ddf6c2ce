package org.bindbench.launch.budget;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Course;
import org.bindbench.model.FurtherFork;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;

/**
 * Spends what a time budget leaves after the plan: first on rows that had no room by the estimate,
 * where they have at the speed seen; then, fork by fork, on the rows that whoever judges figures
 * chooses, as long as there is time for it.
 *
 * <p>A further fork is made like the row's planned ones, for only then do its values belong
 * together: alone in its JVM, or with all the cases that it took turns with, since fewer cases
 * would warm up less. Untimed trials do not depend on what ran before them and are repeated singly.
 */
public final class FurtherForks implements Course {
  private final Pace pace;
  private final Duration open;
  private final Choice choice;
  private final List<Batch> repeatable;
  private final List<List<Batch>> withoutRoom;
  private final Deque<Batch> decided = new ArrayDeque<>();

  /** By row, the longest that a batch with it took, over the estimate of that batch. */
  private final Map<String, Double> slowness = new HashMap<>();

  /** The same by engine and by how trials share their JVM. */
  private final Map<Kind, Double> slownessOfKind = new HashMap<>();

  private record Kind(String engine, Batch.Sharing sharing) {
    static Kind of(Batch batch) {
      return new Kind(batch.engine(), batch.sharing());
    }
  }

  /** Chooses the row that gets the next fork. */
  @FunctionalInterface
  public interface Choice {
    /**
     * One of the offers.
     *
     * @param trials all that ended so far
     * @return empty where none is worth its time
     */
    Optional<FurtherFork> next(
        List<TrialRecord> trials, List<FurtherFork> offers, double secondsLeft);
  }

  /**
   * What follows the planned batches.
   *
   * @param wanted every batch that was asked for
   * @param planned those that run in any case
   * @param rank how much a row matters; 0 the most
   * @param open time that the plan leaves, by its estimate
   */
  public FurtherForks(
      List<Batch> wanted,
      List<Batch> planned,
      ToIntFunction<TrialSpec> rank,
      Pace pace,
      Duration open,
      Choice choice) {
    this.pace = pace;
    this.open = open;
    this.choice = choice;
    this.repeatable = repeatable(wanted);
    this.withoutRoom = new ArrayList<>(TimeBudget.withoutRoom(wanted, planned, rank));
  }

  @Override
  public boolean allows(Batch batch) {
    return pace.allows(batch);
  }

  @Override
  public boolean goesFirst(Batch untimed) {
    return pace.isHeadline(untimed);
  }

  @Override
  public Duration left() {
    return Duration.ofMillis(Math.max(0, Math.round(1000 * pace.secondsLeft())));
  }

  @Override
  public synchronized void took(Batch batch, Duration time) {
    double ratio = (double) time.toNanos() / batch.estimate().toNanos();
    for (TrialSpec trial : batch.trials()) slowness.merge(trial.title(), ratio, Math::max);
    slownessOfKind.merge(Kind.of(batch), ratio, Math::max);
  }

  @Override
  public Duration open() {
    return open;
  }

  @Override
  public List<Batch> further(List<TrialRecord> trials) {
    double secondsLeft = pace.secondsLeft();
    if (decided.isEmpty()) decided.addAll(nextWithRoom(secondsLeft));
    if (!decided.isEmpty() && seconds(decided.element()) > secondsLeft) decided.clear();
    return decided.isEmpty()
        ? chosen(trials, secondsLeft).stream().toList()
        : List.of(decided.remove());
  }

  /** The batches of the first row that has room by now; it is not asked about again. */
  private List<Batch> nextWithRoom(double secondsLeft) {
    for (List<Batch> row : withoutRoom)
      if (row.stream().mapToDouble(this::seconds).sum() <= secondsLeft) {
        withoutRoom.remove(row);
        return row;
      }
    return List.of();
  }

  private Optional<Batch> chosen(List<TrialRecord> trials, double secondsLeft) {
    Map<String, Integer> forks = new HashMap<>();
    for (TrialRecord trial : trials)
      forks.merge(trial.spec().title(), trial.spec().fork(), Math::max);
    Map<FurtherFork, Batch> offers = new LinkedHashMap<>();
    for (Batch batch : repeatable) {
      Batch again = again(batch, forks);
      if (!again.trials().isEmpty())
        offers.put(new FurtherFork(titles(again), seconds(again)), again);
    }
    return choice.next(trials, List.copyOf(offers.keySet()), secondsLeft).map(offers::get);
  }

  /** The rows of the batch that were measured, each in the fork that comes next for it. */
  private static Batch again(Batch batch, Map<String, Integer> forks) {
    return batch.with(
        batch.trials().stream()
            .filter(trial -> forks.containsKey(trial.title()))
            .map(trial -> trial.inFork(1 + forks.getOrDefault(trial.title(), 0)))
            .toList());
  }

  /** At the slowest seen of any of its rows; of its kind where none of them ran. */
  private synchronized double seconds(Batch batch) {
    double ofKind = slownessOfKind.getOrDefault(Kind.of(batch), 1.0);
    double slowest =
        titles(batch).stream()
            .mapToDouble(row -> slowness.getOrDefault(row, ofKind))
            .max()
            .orElse(1);
    return slowest * batch.estimate().toNanos() / 1e9;
  }

  private static List<String> titles(Batch batch) {
    return batch.trials().stream().map(TrialSpec::title).toList();
  }

  /** The first batch of each row, in the order of the plan. */
  private static List<Batch> repeatable(List<Batch> wanted) {
    Map<String, Batch> byRow = new LinkedHashMap<>();
    for (Batch batch : wanted)
      if (batch.sharing() == Batch.Sharing.ROTATION)
        titles(batch).forEach(row -> byRow.putIfAbsent(row, batch));
      else
        for (TrialSpec trial : batch.trials())
          byRow.putIfAbsent(trial.title(), batch.with(List.of(trial)));
    return byRow.values().stream().distinct().toList();
  }
}
