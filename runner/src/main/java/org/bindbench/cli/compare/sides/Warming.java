package org.bindbench.cli.compare.sides;

import java.time.Duration;
import java.util.List;
import org.bindbench.config.Settings;
import org.bindbench.launch.interleaved.Pair;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;

/** How long both sides of a comparison warm up. */
final class Warming {
  /** Until the rates of a GraalPy stay it takes 10 to 25 s, whatever the case. */
  static final Duration OF_A_JIT = Duration.ofSeconds(20);

  private Warming() {}

  /**
   * The longer of both engines' schedules for both, so that they are compared at equal age. Forks
   * of a JIT that had too little time differ by a third, which hides any change: cases that take
   * turns in a JVM have at least {@link #OF_A_JIT} together where nobody says how long each has.
   */
  static Effort of(Settings settings, EngineProfile base, EngineProfile head, List<Pair> pairs) {
    Effort effort = settings.level().effort(base.hasJit() ? base : head).onSchedule();
    long turns = pairs.stream().filter(pair -> pair.takesTurns(effort)).count();
    boolean hasJit = base.hasJit() || head.hasJit();
    return hasJit && turns > 0 && !settings.namesWarmUpOfJit()
        ? effort.warmedAtLeast(OF_A_JIT.dividedBy(turns))
        : effort;
  }
}
