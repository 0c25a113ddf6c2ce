package org.bindbench.cli.compare.sides;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.bindbench.analysis.pairing.Judging;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.plan.CaseFinder;
import org.bindbench.cli.plan.Cases;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.cli.plan.Selection;
import org.bindbench.config.Settings;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Planner;
import org.bindbench.launch.StockInterpreter;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.launch.interleaved.Interleaving;
import org.bindbench.launch.interleaved.Lane;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Effort;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.UsageException;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.comparison.Lone;
import org.bindbench.model.comparison.Match;
import org.bindbench.model.comparison.Side;

/** From two sides, the options and the settings to what is run. */
public final class Arrangement {
  private static final Set<Aspect> OF_VERSIONS = EnumSet.of(Aspect.SUITES, Aspect.CLASSPATH);

  /** The engines that are compared with themselves where none is named. */
  private static final List<String> USUAL = List.of("graalpy", "luaj", "luajc");

  private final Workbench workbench;
  private final Settings settings;
  private final MeasureOptions options;
  private final SideSpec base;
  private final SideSpec head;
  private final Selection selection;

  /** What these two sides come to. */
  public Arrangement(
      Workbench workbench,
      Settings settings,
      MeasureOptions options,
      SideSpec base,
      SideSpec head) {
    this.workbench = workbench;
    this.settings = settings;
    this.options = options;
    this.base = base;
    this.head = head;
    this.selection = new Selection(settings.patterns(), settings.tags(), List.of());
  }

  /** An engine of each side. */
  private record Duel(Contestant base, Contestant head) {}

  /**
   * Finds the cases and makes the plan; starts no worker but those that list suites.
   *
   * @param folder where the logs of these workers go
   * @throws UsageException where the sides cannot be compared, or there is nothing to compare
   */
  public Arranged arrange(Path folder) throws InterruptedException {
    Styles.requireBothOrNone(base, head);
    List<Duel> duels = duels();
    Workers workers = new Workers(workbench, settings, options);
    WorkerJvm baseJvm = workers.of(Side.BASE, base);
    WorkerJvm headJvm = workers.of(Side.HEAD, head);
    SideCases ours =
        cases(base, baseJvm, folder, duels.stream().map(Duel::base).distinct().toList());
    SideCases theirs =
        cases(head, headJvm, folder, duels.stream().map(Duel::head).distinct().toList());
    List<Lane> lanes = new ArrayList<>();
    List<Lone> lone = new ArrayList<>();
    Set<Match> matches = new LinkedHashSet<>();
    Map<String, Effort> efforts = new LinkedHashMap<>();
    for (Duel duel : duels) {
      List<Match> styles = Styles.matches(duel.base(), duel.head(), base, head);
      Pairs pairs = Pairs.of(duel.base(), duel.head(), ours, theirs, styles, selection::includes);
      lone.addAll(pairs.lone());
      matches.addAll(styles);
      if (pairs.pairs().isEmpty()) continue;
      Effort effort =
          Warming.of(settings, duel.base().profile(), duel.head().profile(), pairs.pairs());
      efforts.put(duel.base().id(), effort);
      efforts.put(duel.head().id(), effort);
      lanes.add(new Lane(place(duel.base()), place(duel.head()), effort, pairs.pairs()));
    }
    requireCases(duels, lanes, lone);
    int forks = lanes.stream().mapToInt(lane -> lane.effort().forks()).max().orElse(1);
    long seed =
        options.seed != null ? options.seed : ThreadLocalRandom.current().nextLong(1L << 31);
    List<Batch> batches = Interleaving.plan(lanes, 1, forks, seed);
    return new Arranged(
        List.of(baseJvm, headJvm),
        Stream.concat(duels.stream().map(Duel::base), duels.stream().map(Duel::head))
            .distinct()
            .toList(),
        broken(ours, theirs),
        lanes,
        new Plan(
            settings.level().id(),
            options.words(),
            List.of(Side.BASE.id(), Side.HEAD.id()),
            efforts,
            seed,
            Planner.trials(batches),
            Planner.estimate(batches),
            List.of()),
        new ComparisonPlan(
            base.named(baseJvm.jvm().title()),
            head.named(headJvm.jvm().title()),
            workers.both(baseJvm, headJvm, base, head),
            OF_VERSIONS.containsAll(base.differences(head)),
            forks,
            List.copyOf(matches),
            lone,
            ""));
  }

  /** The engines of both sides: those named, or every usual one against itself. */
  private List<Duel> duels() throws InterruptedException {
    if (base.engine().isPresent() != head.engine().isPresent())
      throw new UsageException(
          "%s names an engine and %s none: name one for each, or none to compare every engine with itself."
              .formatted(
                  base.engine().isPresent() ? "--base" : "--head",
                  base.engine().isPresent() ? "--head" : "--base"));
    List<Duel> duels = new ArrayList<>();
    if (base.engine().isPresent() && head.engine().isPresent()) {
      duels.add(new Duel(contestant(base.engine().get()), contestant(head.engine().get())));
    } else {
      for (String id : settings.engines().isEmpty() ? USUAL : settings.engines()) {
        Contestant itself = contestant(id);
        duels.add(new Duel(itself, itself));
      }
    }
    List<Duel> withStyles =
        duels.stream()
            .filter(duel -> !Styles.matches(duel.base(), duel.head(), base, head).isEmpty())
            .toList();
    if (withStyles.isEmpty())
      throw new UsageException(
          "No engine offers the binding styles that are named: "
              + String.join(
                  "; ",
                  duels.stream()
                      .flatMap(duel -> Stream.of(duel.base(), duel.head()))
                      .distinct()
                      .map(Styles::offer)
                      .toList())
              + ".");
    return withStyles;
  }

  private Contestant contestant(String id) throws InterruptedException {
    return StockInterpreter.find(id)
        .map(Contestant::of)
        .orElseGet(() -> Contestant.of(workbench.engine(id)));
  }

  private static Lane.Place place(Contestant contestant) {
    return new Lane.Place(
        contestant.id(),
        contestant.engine().map(engine -> engine.untimedEngine()).orElse(contestant.id()));
  }

  private SideCases cases(
      SideSpec side, WorkerJvm workers, Path folder, List<Contestant> contestants)
      throws InterruptedException {
    CaseFinder finder = new CaseFinder(workbench, workers, folder, SystemTicker.INSTANCE);
    Map<Language, Map<CaseId, CaseDeclaration>> byLanguage = new LinkedHashMap<>();
    List<TrialRecord> broken = new ArrayList<>();
    List<Path> all = side.suites().stream().flatMap(path -> files(path).stream()).toList();
    for (Language language : Language.values()) {
      List<Path> files = all.stream().filter(file -> language.owns(file)).toList();
      if (!side.suites().isEmpty() && files.isEmpty()) continue;
      Cases found =
          finder.find(
              List.of(language),
              files,
              selection,
              files.isEmpty()
                  ? suite ->
                      settings
                          .level()
                          .selectBundled(
                              suite, !settings.patterns().isEmpty() || !settings.tags().isEmpty())
                  : settings.level()::select,
              contestants);
      Map<CaseId, CaseDeclaration> cases = new LinkedHashMap<>();
      for (CaseDeclaration declaration : found.declarations())
        if (Judging.metric(declaration).isPresent())
          declaration.ids().forEach(id -> cases.putIfAbsent(id, declaration));
      byLanguage.put(language, cases);
      broken.addAll(found.broken());
    }
    return new SideCases(byLanguage, broken);
  }

  private static List<Path> files(Path path) {
    if (!Files.exists(path))
      throw new UsageException("There is no file or folder " + path + ", which suites= names.");
    if (!Files.isDirectory(path)) return List.of(path);
    List<Path> files = SuiteFiles.in(path);
    if (files.isEmpty())
      throw new UsageException("The folder " + path + " has no suites: no .py and no .lua file.");
    return files;
  }

  private static List<TrialRecord> broken(SideCases ours, SideCases theirs) {
    return Stream.concat(
            ours.broken().stream().map(trial -> SideCases.of(Side.BASE, trial)),
            theirs.broken().stream().map(trial -> SideCases.of(Side.HEAD, trial)))
        .toList();
  }

  private void requireCases(List<Duel> duels, List<Lane> lanes, List<Lone> lone) {
    if (!lanes.isEmpty()) return;
    String engines =
        String.join(
            ", ", duels.stream().map(duel -> duel.base().id() + " → " + duel.head().id()).toList());
    Optional<Lone> first = lone.stream().findFirst();
    throw new UsageException(
        "There is nothing to compare for "
            + engines
            + ": "
            + first
                .map(each -> each.id() + ": " + each.reason())
                .orElse(
                    "of the cases at the "
                        + settings.level().id()
                        + " level no rate and no retained one matches --pattern and --tag; `list`"
                        + " shows every case")
            + ".");
  }
}
