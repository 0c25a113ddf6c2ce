package org.bindbench.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindbench.launch.Planner.EngineChoice;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.LeakMetrics;

/**
 * Which workers measure an engine's leaks. Each is a JVM of its own for all of them, and there is
 * one: every cycle is a reading, so the number of forks does not count.
 *
 * <p>An engine whose JIT shares the heap takes long to start so that it moves nothing between
 * readings, so its untimed engine measures in its place. The engine itself is a row beside it where
 * cases have JVMs of their own; and where the untimed engine is measured in its own right, each
 * answers for itself.
 */
final class LeakWorkers {
  private LeakWorkers() {}

  /** Whether a trial is measured by such a worker. */
  static boolean concerns(TrialSpec trial) {
    return trial.declaration().protocol().equals(LeakMetrics.PROTOCOL);
  }

  /** The engine's trials of leaks by the engine of the worker that runs them. */
  static Map<String, List<TrialSpec>> of(
      EngineChoice engine, List<EngineChoice> all, List<TrialSpec> trials) {
    List<TrialSpec> leaks = trials.stream().filter(LeakWorkers::concerns).toList();
    Map<String, List<TrialSpec>> workers = new LinkedHashMap<>();
    if (leaks.isEmpty()) return workers;
    String untimed = engine.untimedEngine();
    boolean both = all.stream().anyMatch(each -> each.id().equals(untimed));
    if (both || !engine.effort().rotated()) workers.put(engine.id(), leaks);
    else workers.put(untimed, leaks);
    if (!both && !engine.effort().rotated())
      workers.put(untimed, leaks.stream().map(trial -> on(untimed, trial)).toList());
    return workers;
  }

  private static TrialSpec on(String engine, TrialSpec trial) {
    return new TrialSpec(
        trial.declaration(), trial.id(), engine, trial.style(), trial.setup(), trial.fork());
  }
}
