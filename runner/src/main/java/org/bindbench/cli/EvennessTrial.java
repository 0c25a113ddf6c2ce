package org.bindbench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.review.Evenness;
import org.bindbench.cli.measure.ProgressLine;
import org.bindbench.cli.plan.CaseFinder;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.cli.plan.Selection;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Launcher;
import org.bindbench.launch.Planner;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.machine.Finding;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.Language;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;

/**
 * A bundled case in a few short workers, one after the other, to see what this machine can show.
 */
final class EvennessTrial {
  private static final String ENGINE = "luaj";
  private static final String SUITE = "memory_management.lua";
  private static final String CASE = "method_call";

  /** LuaJ's interpreter is warm within a second; eight workers of this take half a minute. */
  private static final Effort EFFORT =
      new Effort(
          8,
          false,
          Duration.ofMillis(1500),
          Duration.ofSeconds(2),
          Duration.ofMillis(500),
          Duration.ofMillis(160),
          8,
          1,
          1,
          Duration.ofSeconds(60));

  private final Workbench workbench;
  private final Terminal terminal;

  EvennessTrial(Workbench workbench, Terminal terminal) {
    this.workbench = workbench;
    this.terminal = terminal;
  }

  /** Runs the workers and says what they show; the first that failed, where one did. */
  List<Finding> findings(JvmFacts jvm) throws InterruptedException {
    Path folder = workbench.cache().folder("doctor");
    WorkerJvm workers = workbench.plainWorkers(jvm);
    Contestant contestant = Contestant.of(workbench.engine(ENGINE));
    List<Batch> batches =
        Planner.plan(
            List.of(declaration(workers, folder, contestant)),
            (declaration, id) -> true,
            List.of(contestant.choice(EFFORT, List.of(""))),
            0);
    ProgressLine progress =
        new ProgressLine(terminal, false, SystemTicker.INSTANCE, Planner.estimate(batches));
    List<TrialRecord> trials =
        new Launcher(
                List.of(workers),
                Map.of(),
                workbench.bundle(),
                folder,
                SystemTicker.INSTANCE,
                progress)
            .run(batches, batch -> true, trial -> {});
    progress.finished();
    return findings(trials);
  }

  private static List<Finding> findings(List<TrialRecord> trials) {
    Optional<TrialRecord> failed =
        trials.stream().filter(trial -> !(trial.outcome() instanceof Completed)).findFirst();
    if (failed.isPresent())
      return List.of(
          new Finding(
              "speed",
              Finding.Status.PROBLEM,
              "%s in worker %d: %s: %s"
                  .formatted(
                      CASE + " on " + ENGINE,
                      failed.get().spec().fork(),
                      failed.get().outcome().status(),
                      failed.get().outcome().reason()),
              "Start with what is wrong above, then try again."));
    List<Completed> forks = trials.stream().map(trial -> (Completed) trial.outcome()).toList();
    return EvennessFindings.of(
        Evenness.of(forks, EFFORT, trials.get(0).spec().declaration().unit()),
        CASE + " on " + ENGINE);
  }

  private CaseDeclaration declaration(WorkerJvm workers, Path folder, Contestant contestant)
      throws InterruptedException {
    Path suite = workbench.bundle().resolve(Language.LUA.id()).resolve(SUITE);
    return new CaseFinder(workbench, workers, folder, SystemTicker.INSTANCE)
            .find(
                List.of(Language.LUA),
                List.of(suite),
                new Selection(List.of(), List.of(), List.of()),
                cases -> cases.stream().filter(each -> each.name().equals(CASE)).toList(),
                List.of(contestant))
            .declarations()
            .stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(SUITE + " has no case " + CASE));
  }
}
