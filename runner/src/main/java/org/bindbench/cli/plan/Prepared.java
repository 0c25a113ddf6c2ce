package org.bindbench.cli.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bindbench.cli.Durations;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Planner;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;

/**
 * Everything that is known before the first trial.
 *
 * @param folder where the run keeps its trials, logs and reports
 * @param broken the rows of suites that do not load
 * @param wanted every batch that was asked for
 * @param batches those that fit into the time budget; all of them without one
 * @param budget the longest time the run may take; empty where nothing limits it
 * @param open time that the budget leaves for further forks; none without one
 */
public record Prepared(
    List<Contestant> contestants,
    List<WorkerJvm> setups,
    Path folder,
    List<TrialRecord> broken,
    List<Batch> wanted,
    List<Batch> batches,
    Optional<Duration> budget,
    Duration open,
    Plan plan) {
  /** The trials that are about to run. */
  public List<TrialSpec> trials() {
    return batches.stream().flatMap(batch -> batch.trials().stream()).toList();
  }

  /** The script files that are measured, each once. */
  public Set<Path> files() {
    return trials().stream()
        .map(trial -> trial.declaration().file())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is about to be measured and how long it takes, a line for the whole and each part. */
  public List<String> announcement(String command) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s level: %s; seed %d".formatted(command, plan.level(), extent(batches), plan.seed()));
    if (contestants.size() > 1) lines.addAll(parts());
    plan.setups().forEach(setup -> lines.add("  on " + setup));
    long all = rows(wanted);
    long planned = rows(batches);
    if (planned < all)
      lines.add(
          "  no room in %s by this estimate: %d of %d rows; the report lists those that"
                  .formatted(budget.map(Durations::text).orElse("the time"), all - planned, all)
              + " are left out");
    if (!open.isZero())
      lines.add(
          "  left of the time budget: about %s for further forks where intervals are widest"
              .formatted(Durations.text(open)));
    return lines;
  }

  private List<String> parts() {
    List<String> lines = new ArrayList<>();
    for (Contestant contestant : contestants) {
      List<Batch> own =
          batches.stream().filter(batch -> batch.engine().equals(contestant.id())).toList();
      lines.add("  " + contestant.id() + ": " + extent(own));
    }
    return lines;
  }

  private static long rows(List<Batch> batches) {
    return batches.stream()
        .flatMap(batch -> batch.trials().stream())
        .map(TrialSpec::title)
        .distinct()
        .count();
  }

  private static String extent(List<Batch> batches) {
    return "trials %d, JVMs %d, about %s"
        .formatted(
            Planner.trials(batches), batches.size(), Durations.text(Planner.estimate(batches)));
  }
}
