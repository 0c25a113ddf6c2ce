package org.bindbench.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Effort;
import org.bindbench.model.Language;
import org.bindbench.model.Timing;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.limits.Sought;

/**
 * Makes the plan: which trials share a JVM, and in which order they run. Fork by fork through all
 * engines and JVM setups, in an order drawn from the seed, so that a slow spell of the machine
 * meets all alike. Probes of capabilities give verdicts, not figures: they run once, on the engine
 * itself, in a JVM that measures nothing. Leaks are judged by cycles, not by forks: see {@link
 * LeakWorkers}.
 */
public final class Planner {
  private Planner() {}

  /**
   * What the planner must know of an engine.
   *
   * @param setups names of the JVM setups it is measured in; one empty name where there is but one
   */
  public record EngineChoice(
      String id,
      Language language,
      String untimedEngine,
      List<BindingStyle> styles,
      List<String> setups,
      Effort effort) {
    /** A copy whose lists do not change. */
    public EngineChoice {
      styles = List.copyOf(styles);
      setups = List.copyOf(setups);
    }
  }

  /** An engine in one of its setups. */
  private record Place(EngineChoice engine, String setup) {
    Batch batch(String runsOn, Sharing sharing, List<TrialSpec> trials) {
      return new Batch(engine.id(), setup, runsOn, engine.effort(), sharing, trials);
    }
  }

  /** Every batch of the run, timed ones first. */
  public static List<Batch> plan(
      List<CaseDeclaration> declarations,
      BiPredicate<CaseDeclaration, CaseId> selected,
      List<EngineChoice> engines,
      long seed) {
    Random random = new Random(seed);
    List<Batch> timed = new ArrayList<>();
    List<Batch> leaks = new ArrayList<>();
    List<Batch> untimed = new ArrayList<>();
    int forks = engines.stream().mapToInt(engine -> engine.effort().forks()).max().orElse(0);
    for (int fork = 1; fork <= forks; fork++) {
      for (Place place : order(engines, random)) {
        EngineChoice engine = place.engine();
        if (fork > engine.effort().forks()) continue;
        List<TrialSpec> trials = trials(declarations, selected, place, fork);
        List<TrialSpec> clocked = new ArrayList<>(only(trials, true));
        Collections.shuffle(clocked, random);
        addTimed(timed, place, clocked);
        List<TrialSpec> probes =
            trials.stream().filter(trial -> trial.declaration().isCapability()).toList();
        if (fork == 1 && !probes.isEmpty())
          untimed.add(place.batch(engine.id(), Sharing.SEQUENCE, probes));
        trials.stream()
            .filter(Planner::isSearch)
            .forEach(
                search -> untimed.add(place.batch(engine.id(), Sharing.SEARCH, List.of(search))));
        Map<Boolean, List<TrialSpec>> unclocked =
            only(trials, false).stream()
                .filter(trial -> !isSearch(trial))
                .collect(Collectors.partitioningBy(Planner::isApart));
        List<TrialSpec> together = unclocked.getOrDefault(false, List.of());
        if (!together.isEmpty())
          untimed.add(place.batch(engine.untimedEngine(), Sharing.SEQUENCE, together));
        for (TrialSpec apart : unclocked.getOrDefault(true, List.of()))
          untimed.add(place.batch(engine.untimedEngine(), Sharing.SEQUENCE, List.of(apart)));
        List<TrialSpec> cycled = trials.stream().filter(LeakWorkers::concerns).toList();
        if (fork == 1 && !cycled.isEmpty())
          leaks.add(place.batch(LeakWorkers.runsOn(engine, engines), Sharing.SEQUENCE, cycled));
      }
    }
    timed.addAll(leaks);
    timed.addAll(untimed);
    return timed;
  }

  private static List<Place> order(List<EngineChoice> engines, Random random) {
    List<Place> places = new ArrayList<>();
    for (EngineChoice engine : engines)
      for (String setup : engine.setups()) places.add(new Place(engine, setup));
    Collections.shuffle(places, random);
    return places;
  }

  private static void addTimed(List<Batch> batches, Place place, List<TrialSpec> trials) {
    EngineChoice engine = place.engine();
    List<TrialSpec> rotated = new ArrayList<>();
    for (TrialSpec trial : trials) {
      if (Sharing.ofTimed(trial, engine.effort()) == Sharing.ROTATION) rotated.add(trial);
      else batches.add(place.batch(runsOn(engine, trial), Sharing.ALONE, List.of(trial)));
    }
    if (!rotated.isEmpty()) batches.add(place.batch(engine.id(), Sharing.ROTATION, rotated));
  }

  private static String runsOn(EngineChoice engine, TrialSpec trial) {
    return trial.declaration().timing().isOnEngineItself() ? engine.id() : engine.untimedEngine();
  }

  private static List<TrialSpec> trials(
      List<CaseDeclaration> declarations,
      BiPredicate<CaseDeclaration, CaseId> selected,
      Place place,
      int fork) {
    EngineChoice engine = place.engine();
    List<TrialSpec> trials = new ArrayList<>();
    for (CaseDeclaration declaration : declarations) {
      if (!engine.language().owns(declaration.file())) continue;
      if (!declaration.timing().isInFork(fork, engine.effort())) continue;
      if (fork > engine.effort().forks(declaration)) continue;
      List<BindingStyle> styles =
          declaration.isBound() ? engine.styles() : List.of(BindingStyle.OWN);
      for (CaseId id : declaration.ids()) {
        if (!selected.test(declaration, id)) continue;
        for (BindingStyle style : styles)
          trials.add(new TrialSpec(declaration, id, engine.id(), style, place.setup(), fork));
      }
    }
    return trials;
  }

  private static List<TrialSpec> only(List<TrialSpec> trials, boolean timed) {
    return trials.stream()
        .filter(trial -> !trial.declaration().isCapability() && !LeakWorkers.concerns(trial))
        .filter(trial -> trial.declaration().timing().isTimed() == timed)
        .toList();
  }

  /** A limit is that of the engine as it is, with its JIT, in JVMs that run nothing else. */
  private static boolean isSearch(TrialSpec trial) {
    return Sought.of(trial.declaration()).isPresent();
  }

  private static boolean isApart(TrialSpec trial) {
    return trial.declaration().timing() == Timing.APART;
  }

  /** Trials of all batches together. */
  public static int trials(List<Batch> batches) {
    return batches.stream().mapToInt(batch -> batch.trials().size()).sum();
  }

  /** A first guess of how long all batches take; progress corrects it as it goes. */
  public static Duration estimate(List<Batch> batches) {
    return batches.stream().map(Batch::estimate).reduce(Duration.ZERO, Duration::plus);
  }
}
