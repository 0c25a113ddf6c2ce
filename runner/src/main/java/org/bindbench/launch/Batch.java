package org.bindbench.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.model.ChurnMetrics;
import org.bindbench.model.Effort;
import org.bindbench.model.GcLoad;
import org.bindbench.model.LeakMetrics;
import org.bindbench.model.RecoveryMetrics;
import org.bindbench.model.Timing;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.leak.LeakEvidence;

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
    return HeapKind.of(trials.get(0).declaration().protocol());
  }

  /**
   * The JVM counts its native memory, and touches every page of the heap at its start, so that a
   * heap that is used for the first time is no growth of the process.
   */
  private static final List<String> TRACKED =
      List.of("-XX:NativeMemoryTracking=summary", "-XX:+AlwaysPreTouch");

  /** A guess of how long the batch takes, from its effort; two untimed ones run side by side. */
  public Duration estimate() {
    double seconds = START_SECONDS + trials.stream().mapToDouble(this::seconds).sum();
    return Duration.ofMillis(Math.round(1000 * (sharing.isTimed() ? seconds : seconds / 2)));
  }

  /**
   * What its trials ask of their JVM beyond the usual: another size of the heap where the load of a
   * collector is measured. Where a leak is explained, the flight recorder samples an object for
   * each refill of a thread's buffer, so that small ones let it see more of what stays.
   */
  List<String> jvmOptions() {
    List<String> options = new ArrayList<>();
    if (isOf(GcLoad.PROTOCOL))
      options.addAll(
          List.of("-Xms" + effort.sizes().gc().heap(), "-Xmx" + effort.sizes().gc().heap()));
    if (isOf(ChurnMetrics.PROTOCOL)) options.addAll(TRACKED);
    if (trials.stream().anyMatch(TrialSpec::explains))
      options.addAll(
          List.of(
              "-XX:TLABSize=16k",
              "-XX:-ResizeTLAB",
              "-XX:FlightRecorderOptions:old-object-queue-size=1024"));
    return options;
  }

  private boolean isOf(String protocol) {
    return trials.stream().anyMatch(trial -> trial.declaration().protocol().equals(protocol));
  }

  private double seconds(TrialSpec trial) {
    if (trial.declaration().timing() == Timing.UNDER_LOAD)
      return UNDER_LOAD_SECONDS + effort.measured().toMillis() / 1000.0;
    GcLoad load = effort.sizes().gc();
    if (trial.declaration().protocol().equals(GcLoad.PROTOCOL))
      return load.warmUp().plus(load.measured()).toMillis() / 1000.0 + RECORDING_SECONDS;
    if (trial.declaration().timing() == Timing.ONCE)
      return effort.sizes().churn().limit().toSeconds();
    if (sharing.isTimed())
      return (effort.warmUp().expected().toMillis() + effort.measured().toMillis()) / 1000.0
          + CHECK_SECONDS;
    if (sharing == Sharing.SEARCH) return USUAL_TRIES * SECONDS_PER_TRY;
    double objects =
        switch (trial.declaration().protocol()) {
          case "retained" -> effort.retainedObjects();
          case "weakref" -> effort.weakObjects();
          case RecoveryMetrics.RECOVERY -> effort.retainedObjects() / 2.0;
          case "lifecycle" -> (double) effort.sizes().cycles() * effort.sizes().cycleObjects() / 4;
          case LeakEvidence.PROTOCOL -> LEAK_CYCLES * effort.sizes().leak().operations();
          case LeakMetrics.PROTOCOL -> effort.sizes().leak().cycles() * OBJECTS_PER_LEAK_CYCLE;
          default -> 0;
        };
    return UNTIMED_SECONDS + objects * UNTIMED_SECONDS_PER_OBJECT;
  }

  /** Cycles that explain a leak, and as long again for looking. */
  private static final double LEAK_CYCLES = 50;

  private static final double START_SECONDS = 3;
  private static final double CHECK_SECONDS = 0.4;
  private static final double UNDER_LOAD_SECONDS = 1.5;
  private static final double RECORDING_SECONDS = 1.5;
  private static final double UNTIMED_SECONDS = 0.3;
  private static final double USUAL_TRIES = 9;
  private static final double SECONDS_PER_TRY = 4;
  private static final double UNTIMED_SECONDS_PER_OBJECT = 1.5e-5;

  /** What its collections take: 0.3 s. */
  private static final double OBJECTS_PER_LEAK_CYCLE = 20_000;
}
