package org.bindbench.analysis.leak;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.leak.LeakFinding.Inconclusive;
import org.bindbench.model.Role;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.LeakMetrics;

/**
 * Judges the cases of leaks of a run. A case is held against the control of its suite on the same
 * engine, over as many cycles; where it was measured twice, the longer series counts. Where the
 * control is called a leak, where the planted leak is not found, or where one of the two is
 * missing, no row of that suite and engine is to be trusted.
 */
public final class LeakReview {
  private LeakReview() {}

  /** Cases that stand beside each other: control and planted leak of one are those of all. */
  private record Bench(String suite, String engine, String setup) {
    static Bench of(TrialSpec trial) {
      return new Bench(trial.id().suite(), trial.engine(), trial.setup());
    }
  }

  /** Every case of leaks, in the order of the run's rows. */
  public static List<LeakRow> of(RunAnalysis analysis) {
    return of(analysis.results().stream().flatMap(row -> row.trials().stream()).toList());
  }

  /** Every case of leaks among the trials, in their order. */
  public static List<LeakRow> of(List<TrialRecord> trials) {
    Map<Bench, List<TrialRecord>> benches =
        trials.stream()
            .filter(LeakReview::isOfLeaks)
            .collect(
                Collectors.groupingBy(
                    trial -> Bench.of(trial.spec()), LinkedHashMap::new, Collectors.toList()));
    List<String> order = trials.stream().map(trial -> trial.spec().title()).distinct().toList();
    return benches.values().stream()
        .flatMap(bench -> judge(bench).stream())
        .sorted(Comparator.comparing(row -> order.indexOf(row.spec().title())))
        .toList();
  }

  /**
   * The trials that must be measured again over enough cycles: what is suspected, what is called a
   * leak and was not declared one, and the controls of both.
   */
  public static List<TrialRecord> suspected(List<TrialRecord> trials) {
    List<TrialSpec> open =
        of(trials).stream().filter(LeakRow::needsMoreCycles).map(LeakRow::spec).toList();
    Set<String> titles = open.stream().map(TrialSpec::title).collect(Collectors.toSet());
    Set<Bench> benches = open.stream().map(Bench::of).collect(Collectors.toSet());
    return trials.stream()
        .filter(LeakReview::isOfLeaks)
        .filter(
            trial ->
                titles.contains(trial.spec().title())
                    || role(trial) == Role.CONTROL && benches.contains(Bench.of(trial.spec())))
        .toList();
  }

  private static boolean isOfLeaks(TrialRecord trial) {
    return trial.spec().declaration().protocol().equals(LeakMetrics.PROTOCOL);
  }

  private static Role role(TrialRecord trial) {
    return trial.spec().declaration().role();
  }

  private static List<LeakRow> judge(List<TrialRecord> bench) {
    List<Cycles> controls =
        bench.stream()
            .filter(trial -> role(trial) == Role.CONTROL)
            .flatMap(trial -> Cycles.of(trial).stream())
            .toList();
    List<LeakRow> rows = byTitle(bench).stream().map(forks -> judge(forks, controls)).toList();
    List<String> doubts = Doubts.of(rows);
    return rows.stream().map(row -> row.doubted(doubts)).toList();
  }

  private static Collection<List<TrialRecord>> byTitle(List<TrialRecord> trials) {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                trial -> trial.spec().title(), LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static LeakRow judge(List<TrialRecord> forks, List<Cycles> controls) {
    TrialRecord longest =
        forks.stream().max(Comparator.comparingInt(LeakReview::cycles)).orElseThrow();
    Optional<Kept> kept =
        longest.outcome() instanceof Completed completed ? Kept.of(completed) : Optional.empty();
    return new LeakRow(
        longest.spec(),
        longest.worker().map(WorkerFacts::engine).orElse(""),
        finding(longest, controls),
        kept,
        List.of());
  }

  private static int cycles(TrialRecord trial) {
    return Cycles.of(trial).map(Cycles::count).orElse(-1);
  }

  private static LeakFinding finding(TrialRecord trial, List<Cycles> controls) {
    Optional<Cycles> cycles = Cycles.of(trial);
    if (cycles.isEmpty())
      return new Inconclusive(
          trial.outcome() instanceof Completed
              ? "it has no cycles"
              : trial.outcome().status() + ": " + trial.outcome().reason());
    if (role(trial) == Role.CONTROL) return LeakRule.judgeControl(cycles.get());
    return controls.stream()
        .max(Comparator.comparing(control -> control.count() == cycles.get().count()))
        .map(control -> LeakRule.judge(cycles.get(), control))
        .orElseGet(() -> new Inconclusive("no control was measured beside it"));
  }
}
