package org.bindbench.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bindbench.analysis.Importance;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.review.NextRow;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.launch.Course;
import org.bindbench.launch.Launcher;
import org.bindbench.launch.budget.FurtherForks;
import org.bindbench.launch.budget.Pace;
import org.bindbench.launch.budget.TimeBudget;
import org.bindbench.launch.leak.LookingTwice;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.ReportWriter;
import org.bindbench.wire.RunLock;
import org.bindbench.wire.StoredRun;
import org.bindbench.wire.StoredTrials;
import org.bindbench.wire.SuiteDigests;

/** One measuring command, from its options to its exit code. */
final class Measuring {
  private final Terminal terminal;
  private final MeasureOptions options;
  private final String command;
  private final List<String> usualEngines;
  private final Workbench workbench = new Workbench();
  private final Settings settings;
  private final Ticker ticker = SystemTicker.INSTANCE;

  Measuring(Terminal terminal, MeasureOptions options, String command, List<String> usualEngines) {
    this.terminal = terminal;
    this.options = options;
    this.command = command;
    this.usualEngines = usualEngines;
    this.settings = options.settings(workbench.vocabulary());
  }

  /** Measures the files, or the bundled suites of the languages where none is given. */
  int run(List<Language> languages, List<Path> files) throws Exception {
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
        settings.outputFolder().resolve("runs"), () -> run(prepared, formats, startedAt, start));
  }

  private int run(Prepared prepared, List<ReportFormat> formats, Instant startedAt, long start)
      throws Exception {
    options.settingsFile().ifPresent(file -> terminal.err().println("settings from " + file));
    prepared
        .announcement(command)
        .forEach(line -> terminal.err().println(terminal.style().show(line)));
    StoredRun stored = stored(prepared, startedAt);
    stored.write(prepared.folder());
    SuiteDigests.write(prepared.folder(), prepared.files());
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
      int exitCode =
          report(RunAnalyser.analyse(run, settings.thresholds()), formats, prepared.folder());
      files.requireStored();
      return exitCode;
    } finally {
      interruption.reported();
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
    return prepared
        .plan()
        .spent(
            TimeBudget.leftOut(prepared.wanted(), trials),
            TimeBudget.added(prepared.batches(), trials));
  }

  /** Runs the plan; each trial is stored the moment it ended. */
  private List<TrialRecord> measure(Prepared prepared, Consumer<TrialRecord> files, long start)
      throws InterruptedException {
    Duration expected = prepared.plan().estimated().plus(prepared.open());
    ProgressLine progress = new ProgressLine(terminal, options.verbose, ticker, expected);
    Launcher launcher =
        new Launcher(
            prepared.setups(),
            Contestant.stock(prepared.contestants()),
            workbench.bundle(),
            prepared.folder().resolve("logs"),
            ticker,
            progress);
    List<TrialRecord> trials = new ArrayList<>(prepared.broken());
    trials.forEach(files);
    Course course =
        new LookingTwice(course(prepared, start), prepared.batches(), LeakReview::suspected);
    trials.addAll(launcher.run(prepared.batches(), course, files));
    progress.finished();
    return trials;
  }

  /** All of the plan; under a time budget, which the search for cases counts in, what fits. */
  private Course course(Prepared prepared, long start) {
    if (options.timeBudget == null) return batch -> true;
    Duration left = options.timeBudget.minusNanos(ticker.nanos() - start);
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
