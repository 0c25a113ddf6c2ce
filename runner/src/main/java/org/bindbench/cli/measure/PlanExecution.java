package org.bindbench.cli.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bindbench.analysis.Importance;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.path.Losses;
import org.bindbench.analysis.review.NextRow;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.limits.LimitRules;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.cli.plan.Prepared;
import org.bindbench.launch.Course;
import org.bindbench.launch.Launcher;
import org.bindbench.launch.Planner;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.launch.budget.FurtherForks;
import org.bindbench.launch.budget.Pace;
import org.bindbench.launch.leak.Explaining;
import org.bindbench.launch.leak.LookingTwice;
import org.bindbench.model.Environment;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialRecord;

/**
 * Runs what was prepared: the plan, further forks where its time budget has room, a second look at
 * what may leak, forks that explain what does, and what the command measures afterwards.
 */
final class PlanExecution {
  private final Terminal terminal;
  private final MeasureOptions options;
  private final MeasuringKind kind;
  private final Workbench workbench;
  private final Prepared prepared;
  private final Ticker ticker;
  private final long start;

  /**
   * One run.
   *
   * @param start when the command began, in the ticker's nanoseconds
   */
  PlanExecution(
      Terminal terminal,
      MeasureOptions options,
      MeasuringKind kind,
      Workbench workbench,
      Prepared prepared,
      Ticker ticker,
      long start) {
    this.terminal = terminal;
    this.options = options;
    this.kind = kind;
    this.workbench = workbench;
    this.prepared = prepared;
    this.ticker = ticker;
    this.start = start;
  }

  /** Runs the plan; each trial is stored the moment it ended. */
  List<TrialRecord> run(Consumer<TrialRecord> files) throws InterruptedException {
    ProgressLine progress = progress(prepared.plan().estimated().plus(prepared.open()));
    List<TrialRecord> trials = new ArrayList<>(prepared.broken());
    trials.forEach(files);
    Course inTime = withinBudget();
    Course course =
        new LookingTwice(
            options.noPaths ? inTime : explaining(inTime),
            prepared.wanted(),
            LeakReview::suspected);
    if (kind.isLeadingOn()) course = new WithinTime(course);
    Path logs = prepared.folder().resolve("logs");
    trials.addAll(
        launcher(prepared.setups(), logs, progress).run(prepared.batches(), course, files));
    progress.finished();
    Afterwards.Further further = kind.afterwards().plan(prepared.plan(), prepared.setups(), trials);
    if (further.batches().isEmpty()) return trials;
    ProgressLine beyond = progress(Planner.estimate(further.batches()));
    trials.addAll(
        launcher(further.setups(), logs.resolve("further"), beyond)
            .run(further.batches(), course, files));
    beyond.finished();
    return trials;
  }

  private ProgressLine progress(Duration expected) {
    return new ProgressLine(terminal, options.verbose, ticker, expected);
  }

  private Launcher launcher(List<WorkerJvm> setups, Path logs, ProgressLine progress) {
    return new Launcher(
        setups,
        Contestant.stock(prepared.contestants()),
        workbench.bundle(),
        logs,
        ticker,
        progress,
        new LimitRules(prepared.plan().seed(), options.contextHeaps));
  }

  /** The course, and after the plan a fork for each row that lost memory. */
  private Course explaining(Course course) {
    Environment environment = workbench.environment(prepared.setups(), prepared.contestants());
    return new Explaining(
        course,
        trials ->
            Losses.wanted(
                RunAnalyser.analyse(
                    new RunRecord(
                        "",
                        Instant.EPOCH,
                        Duration.ZERO,
                        environment,
                        prepared.plan(),
                        trials.stream().filter(trial -> Losses.areToldBy(trial.spec())).toList()),
                    List.of())),
        prepared.wanted());
  }

  /** All of the plan; under a time budget, which the search for cases counts in, what fits. */
  private Course withinBudget() {
    if (prepared.budget().isEmpty()) return batch -> true;
    Duration left = prepared.budget().get().minusNanos(ticker.nanos() - start);
    return new FurtherForks(
        prepared.wanted(),
        prepared.batches(),
        Importance::rank,
        new Pace(prepared.batches(), left, Importance::rank, ticker),
        prepared.open(),
        new NextRow(prepared.plan())::of);
  }
}
