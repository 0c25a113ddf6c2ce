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
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bindbench.analysis.Importance;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Launcher;
import org.bindbench.launch.Pace;
import org.bindbench.launch.Planner;
import org.bindbench.launch.StockInterpreter;
import org.bindbench.launch.TimeBudget;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.machine.MachineFacts;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.CaseDeclaration;
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
    Prepared prepared = prepare(languages, files, runFolder(startedAt));
    if (options.listOnly) return listTrials(prepared.batches());
    return RunLock.whileHeld(
        settings.outputFolder().resolve("runs"), () -> run(prepared, formats, startedAt, start));
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
              prepared.plan().without(TimeBudget.leftOut(prepared.wanted(), trials)),
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
        environment(prepared),
        prepared.plan(),
        prepared.batches().stream().flatMap(batch -> batch.trials().stream()).toList());
  }

  /** Everything that is known before the first trial. */
  private record Prepared(
      List<Contestant> contestants,
      List<WorkerJvm> setups,
      Path folder,
      List<TrialRecord> broken,
      List<Batch> wanted,
      List<Batch> batches,
      Plan plan) {}

  private Prepared prepare(List<Language> languages, List<Path> files, Path folder)
      throws InterruptedException {
    List<Contestant> contestants = contestants(languages);
    List<WorkerJvm> setups = Setups.of(workbench, settings, options);
    new ReportWriter(settings.outputFolder()).requireUsable();
    Cases cases =
        new CaseFinder(workbench, setups.get(0), folder, ticker)
            .find(languages, files, selection(), ofSuite(files), contestants);
    long seed =
        options.seed != null ? options.seed : ThreadLocalRandom.current().nextLong(1L << 31);
    Map<String, Effort> efforts = efforts(contestants);
    List<String> names = setups.stream().map(WorkerJvm::setup).toList();
    List<Batch> wanted = batches(cases, contestants, names, efforts, seed);
    List<Batch> batches =
        options.timeBudget == null
            ? wanted
            : TimeBudget.fit(wanted, options.timeBudget, Importance::rank);
    if (batches.isEmpty() && cases.broken().isEmpty())
      throw new UsageException(
          "No case was selected: of the cases at the "
              + settings.level().id()
              + " level nothing matches --pattern and --tag. `list` shows every case;"
              + " where a suite tags cases `quick`, that level measures only those.");
    Plan plan =
        new Plan(
            settings.level().id(),
            options.words(),
            names.size() == 1 ? List.of() : names,
            efforts,
            seed,
            Planner.trials(batches),
            Planner.estimate(batches),
            List.of());
    return new Prepared(contestants, setups, folder, cases.broken(), wanted, batches, plan);
  }

  private UnaryOperator<List<CaseDeclaration>> ofSuite(List<Path> files) {
    return files.isEmpty() ? settings.level()::selectBundled : settings.level()::select;
  }

  /** Runs the plan; each trial is stored the moment it ended. */
  private List<TrialRecord> measure(Prepared prepared, Consumer<TrialRecord> files)
      throws InterruptedException {
    ProgressLine progress =
        new ProgressLine(terminal, options.verbose, ticker, prepared.plan().estimated());
    Launcher launcher =
        new Launcher(
            prepared.setups(),
            stock(prepared.contestants()),
            workbench.bundle(),
            prepared.folder().resolve("logs"),
            ticker,
            progress);
    List<TrialRecord> trials = new ArrayList<>(prepared.broken());
    trials.forEach(files);
    trials.addAll(launcher.run(prepared.batches(), hasTime(prepared.batches()), files));
    progress.finished();
    return trials;
  }

  private Predicate<Batch> hasTime(List<Batch> batches) {
    if (options.timeBudget == null) return batch -> true;
    return new Pace(batches, options.timeBudget, Importance::rank, ticker)::allows;
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

  private List<Contestant> contestants(List<Language> languages) throws InterruptedException {
    List<Contestant> contestants = new ArrayList<>();
    for (String id :
        new LinkedHashSet<>(settings.engines().isEmpty() ? usualEngines : settings.engines())) {
      Contestant contestant =
          StockInterpreter.find(id)
              .map(Contestant::of)
              .orElseGet(() -> Contestant.of(workbench.engine(id)));
      if (languages.contains(contestant.profile().language())) contestants.add(contestant);
      else if (options.engines.contains(id))
        throw new UsageException(
            "The engine %s runs %s; `%s` measures %s."
                .formatted(
                    id,
                    contestant.profile().language().title(),
                    command,
                    languages.get(0).title()));
    }
    if (contestants.isEmpty())
      throw new UsageException(
          "None of the engines in the settings runs %s, which `%s` measures: name one with --engine."
              .formatted(languages.get(0).title(), command));
    return contestants;
  }

  private static Map<String, StockInterpreter> stock(List<Contestant> contestants) {
    return contestants.stream()
        .flatMap(contestant -> contestant.stock().stream())
        .collect(Collectors.toMap(StockInterpreter::command, Function.identity()));
  }

  private Path runFolder(Instant startedAt) {
    String id = STAMP.format(startedAt) + "-" + command + "-" + settings.level().id();
    return settings.outputFolder().toAbsolutePath().resolve("runs").resolve(id);
  }

  private Selection selection() {
    return new Selection(settings.patterns(), settings.tags(), options.protocols);
  }

  private Map<String, Effort> efforts(List<Contestant> contestants) {
    Map<String, Effort> efforts = new LinkedHashMap<>();
    for (Contestant contestant : contestants)
      efforts.put(contestant.id(), settings.level().effort(contestant.profile()));
    return efforts;
  }

  private List<Batch> batches(
      Cases cases,
      List<Contestant> contestants,
      List<String> setups,
      Map<String, Effort> efforts,
      long seed) {
    List<Planner.EngineChoice> choices =
        contestants.stream()
            .map(
                contestant ->
                    contestant.choice(
                        Optional.ofNullable(efforts.get(contestant.id())).orElseThrow(), setups))
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

  /** What is about to be measured and how long it takes, before the first worker starts. */
  private void announce(Prepared prepared) {
    options.settingsFile().ifPresent(file -> terminal.err().println("settings from " + file));
    Plan plan = prepared.plan();
    say(
        "%s, %s level: trials %d, JVMs %d, about %s; seed %d"
            .formatted(
                command,
                plan.level(),
                plan.trials(),
                prepared.batches().size(),
                Durations.text(plan.estimated()),
                plan.seed()));
    for (Contestant contestant : prepared.contestants()) {
      List<Batch> own =
          prepared.batches().stream()
              .filter(batch -> batch.engine().equals(contestant.id()))
              .toList();
      say(
          "  %s: trials %d, JVMs %d, about %s"
              .formatted(
                  contestant.id(),
                  Planner.trials(own),
                  own.size(),
                  Durations.text(Planner.estimate(own))));
    }
    plan.setups().forEach(setup -> say("  on " + setup));
    int leftOut = Planner.trials(prepared.wanted()) - plan.trials();
    if (leftOut > 0)
      say(
          "  left out for --time-budget: %d of %d trials; the report lists them"
              .formatted(leftOut, Planner.trials(prepared.wanted())));
  }

  private void say(String line) {
    terminal.err().println(terminal.style().show(line));
  }

  private Environment environment(Prepared prepared) {
    return MachineFacts.read(workbench.cache().path())
        .environment(
            prepared.setups().stream().map(WorkerJvm::jvm).distinct().toList(),
            workbench.surroundings().running(),
            prepared.contestants().stream().map(Contestant::profile).toList(),
            Versions.current().bindbench());
  }
}
