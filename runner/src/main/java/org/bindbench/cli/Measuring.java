package org.bindbench.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Thresholds;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.engine.Engine;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Launcher;
import org.bindbench.launch.Planner;
import org.bindbench.launch.StockInterpreter;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.machine.Jvms;
import org.bindbench.machine.MachineFacts;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.Effort;
import org.bindbench.model.Environment;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.UsageException;
import org.bindbench.model.Versions;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.ReportWriter;
import org.bindbench.wire.RunLock;
import org.bindbench.wire.StoredRun;
import org.bindbench.wire.StoredTrials;

/** One measuring command, from its options to its exit code. */
final class Measuring {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Terminal terminal;
  private final MeasureOptions options;
  private final String command;
  private final List<String> usualEngines;
  private final Workbench workbench = new Workbench();
  private final Ticker ticker = SystemTicker.INSTANCE;

  Measuring(Terminal terminal, MeasureOptions options, String command, List<String> usualEngines) {
    this.terminal = terminal;
    this.options = options;
    this.command = command;
    this.usualEngines = usualEngines;
  }

  /** Measures the files, or the bundled suites of the languages where none is given. */
  int run(List<Language> languages, List<Path> files) throws Exception {
    Instant startedAt = Clock.systemUTC().instant();
    long start = ticker.nanos();
    List<ReportFormat> formats = ReportFormats.named(options.formats);
    Prepared prepared = prepare(languages, files, runFolder(startedAt));
    if (options.listOnly) return listTrials(prepared.batches());
    return RunLock.whileHeld(
        options.outputDir.resolve("runs"), () -> run(prepared, formats, startedAt, start));
  }

  private int run(Prepared prepared, List<ReportFormat> formats, Instant startedAt, long start)
      throws Exception {
    announce(prepared);
    StoredRun stored = stored(prepared, startedAt);
    stored.write(prepared.folder());
    Interruption interruption = new Interruption();
    TrialFiles files =
        new TrialFiles(new StoredTrials(StoredRun.trials(prepared.folder())), terminal);
    try {
      List<TrialRecord> trials = measure(prepared, files);
      RunRecord run =
          new RunRecord(
              stored.id(),
              startedAt,
              Duration.ofNanos(ticker.nanos() - start),
              stored.environment(),
              prepared.plan(),
              trials);
      int exitCode =
          report(RunAnalyser.analyse(run, Thresholds.published()), formats, prepared.folder());
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
        environment(prepared),
        prepared.plan(),
        prepared.batches().stream().flatMap(batch -> batch.trials().stream()).toList());
  }

  /** Everything that is known before the first trial. */
  private record Prepared(
      List<Contestant> contestants,
      WorkerJvm workerJvm,
      Path folder,
      List<TrialRecord> broken,
      List<Batch> batches,
      Plan plan) {}

  private Prepared prepare(List<Language> languages, List<Path> files, Path folder)
      throws InterruptedException {
    List<Contestant> contestants = contestants(languages);
    WorkerJvm workerJvm = workerJvm();
    new ReportWriter(options.outputDir).requireUsable();
    Cases cases =
        new CaseFinder(workbench, workerJvm, folder, ticker)
            .find(languages, files, selection(), options.level, contestants);
    long seed =
        options.seed != null ? options.seed : ThreadLocalRandom.current().nextLong(1L << 31);
    Map<String, Effort> efforts = efforts(contestants);
    List<Batch> batches = batches(cases, contestants, efforts, seed);
    if (batches.isEmpty() && cases.broken().isEmpty())
      throw new UsageException(
          "No case was selected: of the cases at the "
              + options.level.id()
              + " level nothing matches --pattern and --tag. `list` shows every case;"
              + " where a suite tags cases `quick`, that level measures only those.");
    Plan plan =
        new Plan(
            options.level.id(),
            options.words(),
            efforts,
            seed,
            Planner.trials(batches),
            Planner.estimate(batches));
    return new Prepared(contestants, workerJvm, folder, cases.broken(), batches, plan);
  }

  /** Runs the plan; each trial is stored the moment it ended. */
  private List<TrialRecord> measure(Prepared prepared, Consumer<TrialRecord> files)
      throws InterruptedException {
    ProgressLine progress =
        new ProgressLine(terminal, options.verbose, ticker, prepared.plan().estimated());
    Launcher launcher =
        new Launcher(
            prepared.workerJvm(),
            workbench.engineOptions(prepared.workerJvm().jvm()),
            stock(prepared.contestants()),
            workbench.bundle(),
            prepared.folder().resolve("logs"),
            ticker,
            progress);
    List<TrialRecord> trials = new ArrayList<>(prepared.broken());
    trials.forEach(files);
    trials.addAll(launcher.run(prepared.batches(), files));
    progress.finished();
    return trials;
  }

  private int report(RunAnalysis analysis, List<ReportFormat> formats, Path folder)
      throws Exception {
    List<Path> files = new ArrayList<>();
    try {
      new ReportWriter(folder).write(analysis, formats);
      files.addAll(new ReportWriter(options.outputDir).write(analysis, formats));
    } finally { // where no file can be written, the results are on the screen at least
      new ConsoleReport(terminal.style()).write(analysis, files, terminal.out());
      terminal.out().flush();
    }
    return ExitCode.of(analysis);
  }

  private List<Contestant> contestants(List<Language> languages) throws InterruptedException {
    List<Contestant> contestants = new ArrayList<>();
    for (String id :
        new LinkedHashSet<>(options.engines.isEmpty() ? usualEngines : options.engines)) {
      Contestant contestant =
          StockInterpreter.find(id)
              .map(Contestant::of)
              .orElseGet(() -> Contestant.of(workbench.engine(id)));
      if (!languages.contains(contestant.profile().language()))
        throw new UsageException(
            "The engine %s runs %s; `%s` measures %s."
                .formatted(
                    id,
                    contestant.profile().language().title(),
                    command,
                    languages.get(0).title()));
      contestants.add(contestant);
    }
    return contestants;
  }

  private static Map<String, StockInterpreter> stock(List<Contestant> contestants) {
    return contestants.stream()
        .flatMap(contestant -> contestant.stock().stream())
        .collect(Collectors.toMap(StockInterpreter::command, Function.identity()));
  }

  private WorkerJvm workerJvm() {
    Engine jit = workbench.engine("graalpy");
    Jvms jvms = workbench.jvms(options.jvms);
    Jvms.Choice choice = options.requireJit ? jvms.chooseFit(jit::unfit) : jvms.choose(jit::unfit);
    return new WorkerJvm(
        choice.jvm(),
        Workbench.classPath(options.classpath),
        options.collector.name().toLowerCase(java.util.Locale.ROOT),
        options.extraJvmOptions());
  }

  private Path runFolder(Instant startedAt) {
    String id = STAMP.format(startedAt) + "-" + command + "-" + options.level.id();
    return options.outputDir.toAbsolutePath().resolve("runs").resolve(id);
  }

  private Selection selection() {
    return new Selection(options.patterns, options.tags);
  }

  private Map<String, Effort> efforts(List<Contestant> contestants) {
    Map<String, Effort> efforts = new LinkedHashMap<>();
    for (Contestant contestant : contestants)
      efforts.put(contestant.id(), options.applyTo(options.level.effort(contestant.profile())));
    return efforts;
  }

  private List<Batch> batches(
      Cases cases, List<Contestant> contestants, Map<String, Effort> efforts, long seed) {
    List<Planner.EngineChoice> choices =
        contestants.stream()
            .map(
                contestant ->
                    contestant.choice(
                        Optional.ofNullable(efforts.get(contestant.id())).orElseThrow()))
            .toList();
    Selection selection = selection();
    return Planner.plan(cases.declarations(), selection::includes, choices, seed);
  }

  private int listTrials(List<Batch> batches) {
    batches.stream()
        .flatMap(batch -> batch.trials().stream())
        .map(trial -> trial.title())
        .distinct()
        .sorted()
        .map(terminal.style()::show)
        .forEach(terminal.out()::println);
    return 0;
  }

  private void announce(Prepared prepared) {
    Plan plan = prepared.plan();
    terminal
        .err()
        .println(
            "%s, %s level: trials %d, JVMs %d, about %s; seed %d"
                .formatted(
                    command,
                    plan.level(),
                    plan.trials(),
                    prepared.batches().size(),
                    Durations.text(plan.estimated()),
                    plan.seed()));
  }

  private Environment environment(Prepared prepared) {
    return MachineFacts.read(workbench.cache().path())
        .environment(
            prepared.workerJvm().jvm(),
            workbench.surroundings().running(),
            prepared.contestants().stream().map(Contestant::profile).toList(),
            Versions.current().bindbench());
  }
}
