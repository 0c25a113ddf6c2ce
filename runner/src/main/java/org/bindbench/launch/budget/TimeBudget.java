package org.bindbench.launch.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Planner;
import org.bindbench.model.ForksAdded;
import org.bindbench.model.LeftOut;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.UsageException;
import org.bindbench.model.metric.LeakMetrics;

/**
 * Fits a plan into a time. The rows of rank 0 come first with the fewest forks that give an
 * interval; then every other row once, rank by rank, for a row that was not measured says nothing
 * at all. Suites are given time alike, their shortest cases first, each on all its engines. Then
 * rows of rank 0 get the rest of their forks, and the others their fewest. What is left is not
 * planned: {@link FurtherForks} spends it by what was measured.
 */
public final class TimeBudget {
  /** Below this there is no interval. */
  private static final int FEWEST_FORKS = 3;

  /** Estimates err; this share of the budget stays free for that. */
  private static final double RESERVE = 0.1;

  private TimeBudget() {}

  /** The cases of a suite that matter alike. */
  private record Suite(String name, int rank) {}

  private record Row(String title, int rank, List<TrialSpec> forks) {
    String ofCase() {
      return forks.get(0).id().toString();
    }

    String suite() {
      return forks.get(0).id().suite();
    }
  }

  /**
   * Fits the plan into the budget.
   *
   * @param rank how much a row matters: 0 must be measured, larger numbers less and less
   * @return what fits, in the order of the plan
   * @throws UsageException where not even three forks of the rows of rank 0 fit
   */
  public static List<Batch> fit(List<Batch> plan, Duration budget, ToIntFunction<TrialSpec> rank) {
    Duration usable = usable(budget);
    List<Row> rows = rows(plan, rank);
    Set<TrialSpec> kept = new HashSet<>();
    List<Row> headlines = rows.stream().filter(row -> row.rank() == 0).toList();
    for (Row row : headlines) kept.addAll(fewest(row));
    requireTime(plan, kept, usable, budget);
    List<Row> inTurns = inTurns(plan, rows);
    for (Row row : inTurns) addIfItFits(plan, kept, once(plan, row, rows), usable);
    for (Row row : headlines) addForks(plan, kept, row, usable);
    for (Row row : inTurns) addIfItFits(plan, kept, together(row, rows), usable);
    return only(plan, kept);
  }

  /** The time that these batches leave of the budget, by their estimate. */
  public static Duration open(List<Batch> batches, Duration budget) {
    Duration open = usable(budget).minus(Planner.estimate(batches));
    return open.isNegative() ? Duration.ZERO : open;
  }

  /**
   * The rows that had no room for their fewest forks, each as the batches of those that are
   * missing, in the order in which they would get it: first those without any. Rows that take turns
   * with others are not among them: alone they would be measured otherwise.
   */
  static List<List<Batch>> withoutRoom(
      List<Batch> wanted, List<Batch> planned, ToIntFunction<TrialSpec> rank) {
    Set<TrialSpec> kept =
        planned.stream().flatMap(batch -> batch.trials().stream()).collect(Collectors.toSet());
    Set<String> inPlan = kept.stream().map(TrialSpec::title).collect(Collectors.toSet());
    List<Row> rows = rows(wanted, rank);
    return inTurns(wanted, rows).stream()
        .sorted(Comparator.comparing(row -> inPlan.contains(row.title())))
        .filter(row -> companions(row, rows).allMatch(each -> inPlan.contains(each.title())))
        .map(row -> fewest(row).stream().filter(fork -> !kept.contains(fork)))
        .map(missing -> only(wanted, missing.collect(Collectors.toSet())))
        .filter(row -> !row.isEmpty())
        .filter(row -> row.stream().noneMatch(each -> each.sharing() == Batch.Sharing.ROTATION))
        .toList();
  }

  /** The rows that were wanted in more forks than were run, in the order of the plan. */
  public static List<LeftOut> leftOut(List<Batch> wanted, List<TrialRecord> trials) {
    Set<TrialSpec> run = trials.stream().map(TrialRecord::spec).collect(Collectors.toSet());
    return rows(wanted, trial -> 0).stream()
        .map(
            row ->
                new LeftOut(
                    row.title(),
                    (int) row.forks().stream().filter(run::contains).count(),
                    row.forks().size()))
        .filter(row -> row.measured() < row.wanted())
        .toList();
  }

  /**
   * The rows that were run in more forks than planned, in the order of the plan; without those that
   * looked like a leak.
   */
  public static List<ForksAdded> added(List<Batch> planned, List<TrialRecord> trials) {
    Map<String, Integer> run =
        trials.stream()
            .collect(Collectors.toMap(trial -> trial.spec().title(), trial -> 1, Integer::sum));
    Set<String> leaks =
        trials.stream()
            .map(TrialRecord::spec)
            .filter(spec -> spec.declaration().protocol().equals(LeakMetrics.PROTOCOL))
            .map(TrialSpec::title)
            .collect(Collectors.toSet());
    return rows(planned, trial -> 0).stream()
        .map(
            row ->
                new ForksAdded(row.title(), row.forks().size(), run.getOrDefault(row.title(), 0)))
        .filter(row -> row.measured() > row.planned())
        .filter(row -> !leaks.contains(row.row()))
        .toList();
  }

  private static Duration usable(Duration budget) {
    return Duration.ofMillis(Math.round(budget.toMillis() * (1 - RESERVE)));
  }

  private static List<Row> rows(List<Batch> plan, ToIntFunction<TrialSpec> rank) {
    Map<String, List<TrialSpec>> byTitle =
        plan.stream()
            .flatMap(batch -> batch.trials().stream())
            .collect(
                Collectors.groupingBy(TrialSpec::title, LinkedHashMap::new, Collectors.toList()));
    return byTitle.entrySet().stream()
        .map(
            each ->
                new Row(each.getKey(), rank.applyAsInt(each.getValue().get(0)), each.getValue()))
        .sorted(Comparator.comparingInt(Row::rank).thenComparing(Row::title))
        .toList();
  }

  /**
   * Rank by rank; within one each suite is given as much time as any other, for its shortest cases
   * first: a case comes when the suites have had what its own takes up to its end.
   */
  private static List<Row> inTurns(List<Batch> plan, List<Row> rows) {
    Map<String, Duration> onAllEngines = new HashMap<>();
    for (Row row : rows)
      onAllEngines.merge(
          row.ofCase(), Planner.estimate(only(plan, Set.of(row.forks().get(0)))), Duration::plus);
    Map<String, Row> cases = new LinkedHashMap<>();
    rows.forEach(row -> cases.putIfAbsent(row.ofCase(), row));
    List<Row> shortestFirst =
        cases.values().stream()
            .sorted(Comparator.comparing(row -> onAllEngines.get(row.ofCase())))
            .toList();
    Map<Suite, Duration> had = new HashMap<>();
    Map<String, Duration> untilItsEnd = new HashMap<>();
    for (Row row : shortestFirst)
      untilItsEnd.put(
          row.ofCase(),
          had.merge(
              new Suite(row.suite(), row.rank()), onAllEngines.get(row.ofCase()), Duration::plus));
    return rows.stream()
        .sorted(
            Comparator.comparingInt(Row::rank)
                .thenComparing(row -> untilItsEnd.get(row.ofCase()))
                .thenComparing(Row::title))
        .toList();
  }

  private static List<TrialSpec> fewest(Row row) {
    return row.forks().subList(0, Math.min(FEWEST_FORKS, row.forks().size()));
  }

  /**
   * The first fork of a row, with those it cannot be judged without; all of its fewest where it
   * takes turns with others.
   */
  private static List<TrialSpec> once(List<Batch> plan, Row row, List<Row> rows) {
    List<TrialSpec> together = together(row, rows);
    if (together.stream().anyMatch(fork -> takesTurns(plan, fork))) return together;
    return together.stream().filter(fork -> fork.fork() == 1).toList();
  }

  /** The fewest forks of a row, with those it cannot be judged without. */
  private static List<TrialSpec> together(Row row, List<Row> rows) {
    List<TrialSpec> together = new ArrayList<>(fewest(row));
    companions(row, rows).forEach(each -> together.addAll(fewest(each)));
    return together;
  }

  /** Control and planted leak of the row's suite on the same engine, where it needs them. */
  private static Stream<Row> companions(Row row, List<Row> rows) {
    TrialSpec of = row.forks().get(0);
    return rows.stream()
        .filter(each -> each != row)
        .filter(each -> isCompanion(each.forks().get(0), of));
  }

  private static boolean isCompanion(TrialSpec each, TrialSpec of) {
    return each.declaration().isCompanionOf(of.declaration())
        && each.engine().equals(of.engine())
        && each.setup().equals(of.setup());
  }

  private static void addForks(List<Batch> plan, Set<TrialSpec> kept, Row row, Duration usable) {
    for (TrialSpec fork : row.forks())
      if (!takesTurns(plan, fork)) addIfItFits(plan, kept, List.of(fork), usable);
  }

  /** A fork with fewer cases than others took turns with would be none like theirs. */
  private static boolean takesTurns(List<Batch> plan, TrialSpec fork) {
    return plan.stream()
        .anyMatch(
            batch -> batch.sharing() == Batch.Sharing.ROTATION && batch.trials().contains(fork));
  }

  private static void addIfItFits(
      List<Batch> plan, Set<TrialSpec> kept, List<TrialSpec> trials, Duration usable) {
    Set<TrialSpec> more = new HashSet<>(kept);
    more.addAll(trials);
    if (Planner.estimate(only(plan, more)).compareTo(usable) <= 0) kept.addAll(trials);
  }

  private static void requireTime(
      List<Batch> plan, Set<TrialSpec> kept, Duration usable, Duration budget) {
    Duration needed = Planner.estimate(only(plan, kept));
    if (needed.compareTo(usable) > 0)
      throw new UsageException(
          "--time-budget %d s is too short: three forks of the headline cases alone take about %d s;"
                  .formatted(budget.toSeconds(), Math.round(needed.toSeconds() / (1 - RESERVE)))
              + " give more time, or choose fewer engines or a shorter --level.");
  }

  private static List<Batch> only(List<Batch> plan, Set<TrialSpec> kept) {
    List<Batch> batches = new ArrayList<>();
    for (Batch batch : plan) {
      List<TrialSpec> left = batch.trials().stream().filter(kept::contains).toList();
      if (!left.isEmpty()) batches.add(batch.with(left));
    }
    return batches;
  }
}
