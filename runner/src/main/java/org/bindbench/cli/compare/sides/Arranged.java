package org.bindbench.cli.compare.sides;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.change.Subject;
import org.bindbench.cli.Durations;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Planner;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.launch.interleaved.Interleaving;
import org.bindbench.launch.interleaved.Lane;
import org.bindbench.launch.interleaved.Pair;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.comparison.Side;

/**
 * Everything that is known before the first trial of a comparison.
 *
 * @param setups the workers of both sides
 * @param contestants every engine, each once
 * @param broken the rows of suites that do not load
 * @param lanes what both sides measure
 */
public record Arranged(
    List<WorkerJvm> setups,
    List<Contestant> contestants,
    List<TrialRecord> broken,
    List<Lane> lanes,
    Plan plan,
    ComparisonPlan sides) {
  /** The same, with the word of what fails it. */
  public Arranged failingOn(String word) {
    return new Arranged(setups, contestants, broken, lanes, plan, sides.failingOn(word));
  }

  /** The batches of stage one. */
  public List<Batch> stageOne() {
    return Interleaving.plan(lanes, 1, sides.forks(), plan.seed());
  }

  /** The batches that measure these again, in as many forks with higher numbers. */
  public List<Batch> stageTwo(Set<Subject> flagged) {
    List<Lane> again =
        lanes.stream()
            .map(
                lane ->
                    lane.again(pair -> flagged.stream().anyMatch(subject -> isOf(pair, subject))))
            .flatMap(Optional::stream)
            .toList();
    return Interleaving.plan(again, sides.forks() + 1, 2 * sides.forks(), plan.seed());
  }

  private static boolean isOf(Pair pair, Subject subject) {
    return subject.id().equals(pair.base().id())
        && subject.base().equals(column(pair.base()))
        && subject.head().equals(column(pair.head()));
  }

  private static Column column(TrialSpec trial) {
    return new Column(trial.engine(), trial.style());
  }

  /** The script files of both sides, each once. */
  public Set<Path> files() {
    return lanes.stream()
        .flatMap(lane -> lane.pairs().stream())
        .flatMap(pair -> Stream.of(pair.base(), pair.head()))
        .map(trial -> trial.declaration().file())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is about to be measured and how long it takes. */
  public List<String> announcement() {
    List<Batch> batches = stageOne();
    List<String> lines = new ArrayList<>();
    lines.add(
        "compare, %s level: %d forks a side, trials %d, JVMs %d, about %s; seed %d"
            .formatted(
                plan.level(),
                sides.forks(),
                Planner.trials(batches),
                batches.size(),
                Durations.text(Planner.estimate(batches)),
                plan.seed()));
    for (Side side : Side.values()) lines.add("  " + side.id() + ": " + text(sides.named(side)));
    lines.add("  both: " + text(sides.both()));
    lines.add("  what differs is measured again, for as long again at most");
    return lines;
  }

  private static String text(List<String> named) {
    return named.isEmpty() ? "nothing named, as usual" : String.join(", ", named);
  }

  /** One line for every case and its columns. */
  public List<String> titles() {
    return lanes.stream()
        .flatMap(lane -> lane.pairs().stream())
        .map(
            pair ->
                pair.base().id()
                    + " · "
                    + column(pair.base())
                    + (column(pair.base()).equals(column(pair.head()))
                        ? ""
                        : " → " + column(pair.head())))
        .sorted()
        .toList();
  }
}
