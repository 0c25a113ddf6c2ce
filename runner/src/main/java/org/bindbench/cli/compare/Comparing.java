package org.bindbench.cli.compare;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.cli.Durations;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.compare.sides.Arranged;
import org.bindbench.cli.compare.sides.Arrangement;
import org.bindbench.cli.compare.sides.SideSpec;
import org.bindbench.cli.measure.Interruption;
import org.bindbench.cli.measure.ProgressLine;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.cli.measure.TrialFiles;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.config.Settings;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Launcher;
import org.bindbench.launch.Planner;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.Environment;
import org.bindbench.model.Plan;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.ReportWriter;
import org.bindbench.wire.RunLock;
import org.bindbench.wire.StoredComparison;
import org.bindbench.wire.StoredRun;
import org.bindbench.wire.StoredTrials;
import org.bindbench.wire.SuiteDigests;

/** One interleaved comparison, from its two sides to its exit code. */
final class Comparing {
  private final Terminal terminal;
  private final Workbench workbench;
  private final Settings settings;
  private final MeasureOptions options;
  private final Ticker ticker = SystemTicker.INSTANCE;

  Comparing(Terminal terminal, Workbench workbench, Settings settings, MeasureOptions options) {
    this.terminal = terminal;
    this.workbench = workbench;
    this.settings = settings;
    this.options = options;
  }

  /** What is done with a comparison that has ended, and the folder of its run. */
  interface Then<T> {
    T with(ComparedRun compared, Path folder) throws Exception;
  }

  int run(SideSpec base, SideSpec head) throws Exception {
    List<ReportFormat> formats = ReportFormats.named(settings.formats());
    if (options.listOnly) {
      // Where nothing is run no folder of a run is left behind.
      Path logs = workbench.cache().folder("list");
      arranged(base, head, logs)
          .titles()
          .forEach(title -> terminal.out().println(terminal.style().show(title)));
      return 0;
    }
    return measure(base, head, "compare", (compared, folder) -> report(compared, formats, folder));
  }

  /**
   * Measures both sides in a run of its own.
   *
   * @param what the word in the name of the run's folder
   * @param then what is done before the folder of all runs is left to others
   */
  <T> T measure(SideSpec base, SideSpec head, String what, Then<T> then) throws Exception {
    Instant startedAt = Clock.systemUTC().instant();
    long start = ticker.nanos();
    new ReportWriter(settings.outputFolder()).requireUsable();
    Path folder = RunFolder.of(settings, what, startedAt);
    Arranged arranged = arranged(base, head, folder);
    return RunLock.whileHeld(
        RunFolder.all(settings), () -> measure(arranged, folder, startedAt, start, then));
  }

  private Arranged arranged(SideSpec base, SideSpec head, Path folder) throws InterruptedException {
    Arranged arranged = new Arrangement(workbench, settings, options, base, head).arrange(folder);
    return arranged.failingOn(Gating.failOn(settings, Gating.usual(arranged.sides())).title());
  }

  private <T> T measure(Arranged arranged, Path folder, Instant startedAt, long start, Then<T> then)
      throws Exception {
    options.settingsFile().ifPresent(file -> terminal.say("settings from " + file));
    arranged.announcement().forEach(terminal::say);
    Environment environment = workbench.environment(arranged.setups(), arranged.contestants());
    List<Batch> stageOne = arranged.stageOne();
    stored(folder, startedAt, environment, arranged.plan(), trials(stageOne)).write(folder);
    StoredComparison.write(folder, arranged.sides());
    SuiteDigests.write(folder, arranged.files());
    Interruption interruption = new Interruption();
    TrialFiles files = new TrialFiles(new StoredTrials(StoredRun.trials(folder)), terminal);
    try {
      List<TrialRecord> trials = new ArrayList<>(arranged.broken());
      trials.forEach(files);
      trials.addAll(measure(arranged, stageOne, folder.resolve("logs").resolve("stage-1"), files));
      Plan plan = arranged.plan();
      StoredRun one = stored(folder, startedAt, environment, plan, List.of());
      Set<Subject> flagged = judgement(one, trials, start, arranged).flagged();
      if (!flagged.isEmpty()) {
        List<Batch> stageTwo = arranged.stageTwo(flagged);
        plan = both(plan, stageOne, stageTwo);
        List<TrialSpec> planned = new ArrayList<>(trials(stageOne));
        planned.addAll(trials(stageTwo));
        stored(folder, startedAt, environment, plan, planned).write(folder);
        announce(flagged, stageTwo);
        trials.addAll(
            measure(arranged, stageTwo, folder.resolve("logs").resolve("stage-2"), files));
      }
      StoredRun all = stored(folder, startedAt, environment, plan, List.of());
      T result = then.with(judgement(all, trials, start, arranged).compared(), folder);
      files.requireStored();
      return result;
    } finally {
      interruption.reported();
    }
  }

  private Judgement judgement(
      StoredRun run, List<TrialRecord> trials, long start, Arranged arranged) {
    return new Judgement(
        new RunRecord(
            run.id(),
            run.startedAt(),
            Duration.ofNanos(ticker.nanos() - start),
            run.environment(),
            run.plan(),
            trials),
        arranged.sides(),
        settings);
  }

  private static StoredRun stored(
      Path folder, Instant startedAt, Environment environment, Plan plan, List<TrialSpec> trials) {
    return StoredRun.of(String.valueOf(folder.getFileName()), startedAt, environment, plan, trials);
  }

  private static Plan both(Plan plan, List<Batch> stageOne, List<Batch> stageTwo) {
    return new Plan(
        plan.level(),
        plan.command(),
        plan.setups(),
        plan.efforts(),
        plan.seed(),
        Planner.trials(stageOne) + Planner.trials(stageTwo),
        Planner.estimate(stageOne).plus(Planner.estimate(stageTwo)),
        plan.leftOut());
  }

  private static List<TrialSpec> trials(List<Batch> batches) {
    return batches.stream().flatMap(batch -> batch.trials().stream()).toList();
  }

  private void announce(Set<Subject> flagged, List<Batch> batches) {
    terminal.say(
        "measuring again what differs: rows %d, trials %d, JVMs %d, about %s"
            .formatted(
                flagged.size(),
                Planner.trials(batches),
                batches.size(),
                Durations.text(Planner.estimate(batches))));
  }

  private List<TrialRecord> measure(
      Arranged arranged, List<Batch> batches, Path logs, TrialFiles files)
      throws InterruptedException {
    ProgressLine progress =
        new ProgressLine(terminal, options.verbose, ticker, Planner.estimate(batches));
    Launcher launcher =
        new Launcher(
            arranged.setups(),
            Contestant.stock(arranged.contestants()),
            workbench.bundle(),
            logs,
            ticker,
            progress);
    List<TrialRecord> trials = launcher.run(batches, batch -> true, files);
    progress.finished();
    return trials;
  }

  private int report(ComparedRun compared, List<ReportFormat> formats, Path folder)
      throws Exception {
    return new Reporting(terminal)
        .report(compared, formats, List.of(folder, settings.outputFolder()));
  }
}
