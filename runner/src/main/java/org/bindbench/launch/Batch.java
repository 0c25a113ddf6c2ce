package org.bindbench.launch;

import java.time.Duration;
import java.util.List;
import org.bindbench.model.Effort;
import org.bindbench.model.Timing;
import org.bindbench.model.TrialSpec;

/**
 * Trials that share one JVM.
 *
 * @param engine the engine their results are for
 * @param setup name of the JVM setup where the run compares several; else empty
 * @param runsOn the engine the worker opens, another one where memory is measured without the JIT
 * @param sharing how the trials share the JVM
 */
public record Batch(
    String engine,
    String setup,
    String runsOn,
    Effort effort,
    Sharing sharing,
    List<TrialSpec> trials) {
  /** How the trials of a batch share their JVM. */
  public enum Sharing {
    /** One timed trial has the JVM to itself. */
    ALONE(true),
    /** Timed trials take turns, so that the compiler's own warm-up is paid once. */
    ROTATION(true),
    /** Untimed trials run one after the other. */
    SEQUENCE(false),
    /** The one trial is a search for a limit, with a JVM for each size it tries. */
    SEARCH(false);

    private final boolean timed;

    Sharing(boolean timed) {
      this.timed = timed;
    }

    /** How a timed trial shares its JVM. */
    public static Sharing ofTimed(TrialSpec trial, Effort effort) {
      return effort.rotated() && trial.declaration().timing() == Timing.ROTATED ? ROTATION : ALONE;
    }

    /** Whether nothing else may run on the machine meanwhile. */
    public boolean isTimed() {
      return timed;
    }
  }

  public Batch {
    trials = List.copyOf(trials);
  }

  /** The same batch with other trials, such as those that are left. */
  public Batch with(List<TrialSpec> left) {
    return new Batch(engine, setup, runsOn, effort, sharing, left);
  }

  /** The heap that its trials need; those that need one of their own are alone in theirs. */
  HeapKind heap() {
    return needs(trials.get(0)).heap();
  }

  /** A guess of how long the batch takes, from its effort; two untimed ones run side by side. */
  public Duration estimate() {
    double seconds = START_SECONDS + trials.stream().mapToDouble(this::seconds).sum();
    return Duration.ofMillis(Math.round(1000 * (sharing.isTimed() ? seconds : seconds / 2)));
  }

  /** What its trials ask of their JVM beyond its heap, each option once. */
  List<String> jvmOptions() {
    return trials.stream()
        .flatMap(trial -> needs(trial).jvmOptions().apply(effort).stream())
        .distinct()
        .toList();
  }

  private static ProtocolNeeds needs(TrialSpec trial) {
    return ProtocolNeeds.of(trial.declaration().protocol());
  }

  private double seconds(TrialSpec trial) {
    if (sharing == Sharing.SEARCH) return ProtocolNeeds.searchSeconds(trial.declaration());
    return needs(trial)
        .seconds()
        .map(of -> of.applyAsDouble(trial.declaration(), effort))
        .orElseGet(
            () -> {
              Timing timing = trial.declaration().timing();
              if (timing == Timing.UNDER_LOAD || timing == Timing.APART)
                return UNDER_LOAD_SECONDS + effort.measured().toMillis() / 1000.0;
              return sharing.isTimed() ? clockedSeconds() : ProtocolNeeds.UNTIMED_SECONDS;
            });
  }

  private double clockedSeconds() {
    return (effort.warmUp().expected().toMillis() + effort.measured().toMillis()) / 1000.0
        + CHECK_SECONDS;
  }

  private static final double START_SECONDS = 3;
  private static final double CHECK_SECONDS = 0.4;
  private static final double UNDER_LOAD_SECONDS = 1.5;
}
