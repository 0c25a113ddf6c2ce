package org.bindbench.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bindbench.analysis.Importance;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.path.Losses;
import org.bindbench.analysis.review.NextRow;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.cli.baseline.BaselineOptions;
import org.bindbench.cli.baseline.BaselineStep;
import org.bindbench.cli.history.Recorder;
import org.bindbench.cli.limits.LimitRules;
import org.bindbench.config.Settings;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Course;
import org.bindbench.launch.Launcher;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.launch.budget.FurtherForks;
import org.bindbench.launch.budget.Pace;
import org.bindbench.launch.budget.TimeBudget;
import org.bindbench.launch.leak.Explaining;
import org.bindbench.launch.leak.LookingTwice;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.Environment;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.UsageException;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.ReportWriter;
import org.bindbench.report.export.ComparisonFiles;
import org.bindbench.wire.RunLock;
import org.bindbench.wire.StoredRun;
import org.bindbench.wire.StoredTrials;
import org.bindbench.wire.SuiteDigests;

/** One measuring command, from its options to its exit code. */
public final class Measuring {
  private final Terminal terminal;
  private final MeasureOptions options;
  private final String command;
  private final List<String> usualEngines;
  private final Workbench workbench = new Workbench();
  private final Settings settings;
  private final Ticker ticker = SystemTicker.INSTANCE;
  private final BaselineStep baselines;
  private final Afterwards afterwards;

  /** Whether what a time budget leaves goes to what is measured afterwards. */
  private final boolean isLeadingOn;

  /** What is measured once the plan is done, by what came out. */
  @FunctionalInterface
  public interface Afterwards {
    /**
     * Plans it.
     *
     * @param plan the plan that is done
     * @param setups its JVM setups
     * @param trials all that became of it
     */
    Further plan(Plan plan, List<WorkerJvm> setups, List<TrialRecord> trials);
  }

  /**
   * Batches beyond the plan, and the JVM setups they run on.
   *
   * @param setups each under the name by which the batches call it
   */
  public record Further(List<WorkerJvm> setups, List<Batch> batches) {
    static final Further NONE = new Further(List.of(), List.of());
  }

  /** A command that measures what its plan says. */
  Measuring(Terminal terminal, MeasureOptions options, String command, List<String> usualEngines) {
    this(terminal, options, command, usualEngines, new BaselineOptions());
  }

  /** A command whose figures are held to a baseline, or become one. */
  Measuring(
      Terminal terminal,
      MeasureOptions options,
      String command,
      List<String> usualEngines,
      BaselineOptions baselines) {
    this(
        terminal,
        options,
        command,
        usualEngines,
        baselines,
        (plan, setups, trials) -> Further.NONE,
        false);
  }

  /** A command that measures more when its plan is done. */
  public Measuring(
      Terminal terminal,
      MeasureOptions options,
      String command,
      List<String> usualEngines,
      Afterwards afterwards) {
    this(terminal, options, command, usualEngines, new BaselineOptions(), afterwards, true);
  }

  private Measuring(
      Terminal terminal,
      MeasureOptions options,
      String command,
      List<String> usualEngines,
      BaselineOptions baselines,
      Afterwards afterwards,
      boolean isLeadingOn) {
    this.afterwards = afterwards;
    this.isLeadingOn = isLeadingOn;
    this.terminal = terminal;
    baselines.into(options);
    this.options = options;
    this.command = command;
    this.usualEngines = usualEngines;
    this.settings = options.settings(workbench.vocabulary());
    this.baselines = new BaselineStep(baselines, settings, terminal);
  }

  /** Measures the files, or the bundled suites of the languages where none is given. */
  public int run(List<Language> languages, List<Path> files) throws Exception {
    Instant startedAt = Clock.systemUTC().instant();
    long start = ticker.nanos();
    List<ReportFormat> formats = ReportFormats.named(settings.formats());
    Prepared prepared =
        new Preparation(workbench, settings, options, command, usualEngines)
            .prepare(
                languages,
                files,
                options.listOnly
                    ? workbench.cache().folder("list")
                    : RunFolder.of(settings, command, startedAt));
    if (options.listOnly) return listTrials(prepared.trials());
    return RunLock.whileHeld(
        settings.outputFolder().resolve("runs"),
        () -> run(prepared, files, formats, startedAt, start));
  }

  private int run(
      Prepared prepared,
      List<Path> named,
      List<ReportFormat> formats,
      Instant startedAt,
      long start)
      throws Exception {
    options.settingsFile().ifPresent(file -> terminal.err().println("settings from " + file));
    prepared
        .announcement(command)
        .forEach(line -> terminal.err().println(terminal.style().show(line)));
    StoredRun stored = stored(prepared, startedAt);
    stored.write(prepared.folder());
    SuiteDigests.write(prepared.folder(), prepared.files());
    baselines.begun(prepared.folder(), prepared.plan(), named);
    Recorder.storeCommit(prepared.folder());
    Interruption interruption = new Interruption();
    TrialFiles files =
        new TrialFiles(new StoredTrials(StoredRun.trials(prepared.folder())), terminal);
    try {
      List<TrialRecord> trials = measure(prepared, files, start);
      RunRecord run =
          new RunRecord(
              stored.id(),
              startedAt,
              Duration.ofNanos(ticker.nanos() - start),
              stored.environment(),
              spent(prepared, trials),
              trials);
      RunAnalysis analysis =
          BaselineStep.compared(
              RunAnalyser.analyse(run, settings.thresholds()), prepared.folder(), settings);
      int exitCode = report(analysis, formats, prepared.folder());
      files.requireStored();
      if (!interruption.hasBegun())
        new Recorder(terminal, settings).record(command, analysis, prepared.folder());
      return kept(analysis, prepared.folder(), exitCode);
    } finally {
      interruption.reported();
    }
  }

  /** A run that was refused as a baseline fails, and one that failed keeps its exit code. */
  private int kept(RunAnalysis analysis, Path folder, int exitCode) {
    try {
      baselines.ended(analysis, folder, Clock.systemUTC().instant());
      return exitCode;
    } catch (UsageException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return exitCode == ExitCode.PASSED ? e.exitCode() : exitCode;
    }
  }

  private StoredRun stored(Prepared prepared, Instant startedAt) {
    return StoredRun.of(
        String.valueOf(prepared.folder().getFileName()),
        startedAt,
        workbench.environment(prepared.setups(), prepared.contestants()),
        prepared.plan(),
        prepared.trials());
  }

  private static Plan spent(Prepared prepared, List<TrialRecord> trials) {
    List<TrialRecord> measured =
        trials.stream().filter(trial -> !TrialSpec.explains(trial.spec())).toList();
    return prepared
        .plan()
        .spent(
            TimeBudget.leftOut(prepared.wanted(), measured),
            TimeBudget.added(prepared.batches(), measured));
  }

  /** Runs the plan; each trial is stored the moment it ended. */
  private List<TrialRecord> measure(Prepared prepared, Consumer<TrialRecord> files, long start)
      throws InterruptedException {
    Duration expected = prepared.plan().estimated().plus(prepared.open());
    ProgressLine progress = new ProgressLine(terminal, options.verbose, ticker, expected);
    List<TrialRecord> trials = new ArrayList<>(prepared.broken());
    trials.forEach(files);
    Course course =
        explaining(
            prepared,
            new LookingTwice(course(prepared, start), prepared.batches(), LeakReview::suspected));
    if (isLeadingOn) course = new WithinTime(course);
    Path logs = prepared.folder().resolve("logs");
    trials.addAll(
        launcher(prepared, prepared.setups(), logs, progress)
            .run(prepared.batches(), course, files));
    Further further = afterwards.plan(prepared.plan(), prepared.setups(), trials);
    if (!further.batches().isEmpty())
      trials.addAll(
          launcher(prepared, further.setups(), logs.resolve("further"), progress)
              .run(further.batches(), course, files));
    progress.finished();
    return trials;
  }

  private Launcher launcher(
      Prepared prepared, List<WorkerJvm> setups, Path logs, ProgressLine progress) {
    return new Launcher(
        setups,
        Contestant.stock(prepared.contestants()),
        workbench.bundle(),
        logs,
        ticker,
        progress,
        new LimitRules(prepared.plan().seed(), options.contextHeapMebibytes));
  }

  /** The course, and after the plan a fork for each row that lost memory. */
  private Course explaining(Prepared prepared, Course course) {
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
                        trials.stream()
                            .filter(trial -> !trial.spec().declaration().timing().isTimed())
                            .toList()),
                    List.of())),
        prepared.wanted());
  }

  /** All of the plan; under a time budget, which the search for cases counts in, what fits. */
  private Course course(Prepared prepared, long start) {
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

  private int report(RunAnalysis analysis, List<ReportFormat> formats, Path folder)
      throws Exception {
    List<Path> files = new ArrayList<>();
    try {
      new ReportWriter(folder).write(analysis, formats);
      files.addAll(new ReportWriter(settings.outputFolder()).write(analysis, formats));
      if (analysis.baseline().isPresent()) {
        Map<String, byte[]> compared = ComparisonFiles.of(analysis.baseline().get(), formats);
        new ReportWriter(folder).write(compared);
        files.addAll(new ReportWriter(settings.outputFolder()).write(compared));
      }
    } finally { // where no file can be written, the results are on the screen at least
      new ConsoleReport(terminal.style()).write(analysis, files, terminal.out());
      terminal.out().flush();
    }
    return ExitCode.of(analysis);
  }

  private int listTrials(List<TrialSpec> trials) {
    trials.stream()
        .map(TrialSpec::title)
        .distinct()
        .sorted()
        .map(terminal.style()::show)
        .forEach(terminal.out()::println);
    return 0;
  }
}
