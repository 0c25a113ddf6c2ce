package org.bindbench.cli.measure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.baseline.BaselineStep;
import org.bindbench.cli.history.Recorder;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.cli.plan.Preparation;
import org.bindbench.cli.plan.Prepared;
import org.bindbench.config.Settings;
import org.bindbench.launch.budget.TimeBudget;
import org.bindbench.machine.SystemTicker;
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
  private final MeasuringKind kind;
  private final Workbench workbench = new Workbench();
  private final Settings settings;
  private final Ticker ticker = SystemTicker.INSTANCE;
  private final BaselineStep baselines;

  /** A command of that kind. */
  public Measuring(Terminal terminal, MeasureOptions options, MeasuringKind kind) {
    this.terminal = terminal;
    kind.baselines().into(options);
    this.options = options;
    this.kind = kind;
    this.settings = options.settings(workbench.vocabulary());
    this.baselines = new BaselineStep(kind.baselines(), settings, terminal);
  }

  /** Measures the files, or the bundled suites of the languages where none is given. */
  public int run(List<Language> languages, List<Path> files) throws Exception {
    Instant startedAt = Clock.systemUTC().instant();
    long start = ticker.nanos();
    List<ReportFormat> formats = ReportFormats.named(settings.formats());
    Prepared prepared =
        new Preparation(workbench, settings, options, kind.command(), kind.usualEngines())
            .prepare(
                languages,
                files,
                options.listOnly
                    ? workbench.cache().folder("list")
                    : RunFolder.of(settings, kind.command(), startedAt));
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
    options.settingsFile().ifPresent(file -> terminal.say("settings from " + file));
    prepared.announcement(kind.command()).forEach(terminal::say);
    StoredRun stored = stored(prepared, startedAt);
    stored.write(prepared.folder());
    SuiteDigests.write(prepared.folder(), prepared.files());
    baselines.begun(prepared.folder(), prepared.plan(), named);
    Recorder.storeCommit(prepared.folder());
    Interruption interruption = new Interruption();
    TrialFiles files =
        new TrialFiles(new StoredTrials(StoredRun.trials(prepared.folder())), terminal);
    try {
      List<TrialRecord> trials =
          new PlanExecution(terminal, options, kind, workbench, prepared, ticker, start).run(files);
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
      stored.ended(run).write(prepared.folder());
      if (!interruption.hasBegun())
        new Recorder(terminal, settings).record(kind.command(), analysis, prepared.folder());
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

  private int report(RunAnalysis analysis, List<ReportFormat> formats, Path folder)
      throws Exception {
    List<Path> files = new ArrayList<>();
    try {
      new ReportWriter(folder).write(analysis, formats);
      files.addAll(new ReportWriter(settings.outputFolder()).write(analysis, formats));
      if (analysis.baseline().isPresent()) {
        Map<String, byte[]> compared =
            ComparisonFiles.besideRun(analysis.baseline().get(), formats);
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
