package org.bindbench.launch;

import java.util.List;
import org.bindbench.launch.Planner.EngineChoice;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.LeakMetrics;

/**
 * Which workers measure an engine's leaks. Each is a JVM of its own for all of them, and there is
 * one: every cycle is a reading, so the number of forks does not count.
 */
final class LeakWorkers {
  private LeakWorkers() {}

  /** Whether a trial is measured by such a worker. */
  static boolean concerns(TrialSpec trial) {
    return trial.declaration().protocol().equals(LeakMetrics.PROTOCOL);
  }

  /**
   * The engine that such a worker opens: the engine itself where cases have JVMs of their own, or
   * where its untimed engine is measured in its own right; else that one, which starts faster.
   */
  static String runsOn(EngineChoice engine, List<EngineChoice> all) {
    boolean both = all.stream().anyMatch(each -> each.id().equals(engine.untimedEngine()));
    return both || !engine.effort().rotated() ? engine.id() : engine.untimedEngine();
  }
}
