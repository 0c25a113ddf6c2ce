package org.bindbench.cli.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.bindbench.analysis.Importance;
import org.bindbench.cli.Workbench;
import org.bindbench.config.Settings;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Planner;
import org.bindbench.launch.StockInterpreter;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.launch.budget.TimeBudget;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.UsageException;
import org.bindbench.report.ReportWriter;

/** From the options and settings of a command to its plan. */
public final class Preparation {
  private final Workbench workbench;
  private final Settings settings;
  private final MeasureOptions options;
  private final String command;
  private final List<String> usualEngines;

  /**
   * Of one command.
   *
   * @param usualEngines those that are measured where none is named
   */
  public Preparation(
      Workbench workbench,
      Settings settings,
      MeasureOptions options,
      String command,
      List<String> usualEngines) {
    this.workbench = workbench;
    this.settings = settings;
    this.options = options;
    this.command = command;
    this.usualEngines = usualEngines;
  }

  /** Finds the cases and makes the plan; starts no worker but those that list suites. */
  public Prepared prepare(List<Language> languages, List<Path> files, Path folder)
      throws InterruptedException {
    List<Contestant> contestants = contestants(languages);
    List<WorkerJvm> setups = Setups.of(workbench, settings, options);
    new ReportWriter(settings.outputFolder()).requireUsable();
    Cases cases =
        new CaseFinder(workbench, setups.get(0), folder, SystemTicker.INSTANCE)
            .find(languages, files, selection(), ofSuite(files), contestants);
    long seed =
        options.seed != null ? options.seed : ThreadLocalRandom.current().nextLong(1L << 31);
    Map<String, Effort> efforts = efforts(contestants);
    List<String> names = setups.stream().map(WorkerJvm::setup).toList();
    List<Batch> wanted = batches(cases, contestants, names, efforts, seed);
    Optional<Duration> budget = budget(wanted);
    List<Batch> batches =
        budget.map(time -> TimeBudget.fit(wanted, time, Importance::rank)).orElse(wanted);
    Duration open = budget.map(time -> TimeBudget.open(batches, time)).orElse(Duration.ZERO);
    if (batches.isEmpty() && !wanted.isEmpty())
      throw new UsageException(
          "Not one case fits into %d s, and all take about %d s: give more time with --time-budget, or shorten -w and -r."
              .formatted(
                  budget.orElse(Duration.ZERO).toSeconds(), Planner.estimate(wanted).toSeconds()));
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
    return new Prepared(
        contestants, setups, folder, cases.broken(), wanted, batches, budget, open, plan);
  }

  /** What the user gives; else the level's longest time, where the plan takes longer. */
  private Optional<Duration> budget(List<Batch> wanted) {
    return Optional.ofNullable(options.timeBudget)
        .or(
            () ->
                settings
                    .longest()
                    .filter(longest -> Planner.estimate(wanted).compareTo(longest) > 0));
  }

  private UnaryOperator<List<CaseDeclaration>> ofSuite(List<Path> files) {
    return files.isEmpty()
        ? suite -> settings.level().selectBundled(suite, asksForCases())
        : settings.level()::select;
  }

  private boolean asksForCases() {
    return !settings.patterns().isEmpty() || !settings.tags().isEmpty();
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
    return Planner.plan(
            cases.declarations(),
            Companions.with(cases.declarations(), selection::includes),
            choices,
            seed)
        .stream()
        .filter(batch -> batch.sharing() != Batch.Sharing.SEARCH || isWanted(batch))
        .toList();
  }

  private boolean isWanted(Batch search) {
    return search.trials().stream().allMatch(trial -> trial.fork() <= options.searches);
  }
}
