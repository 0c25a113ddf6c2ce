package org.bindbench.wire;

import java.nio.file.Path;
import java.util.List;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;

/** What parent and worker say to each other, one frame each. */
public sealed interface Message {

  /** Worker → parent, first of all: proof that it is the process that was started. */
  record Hello(String token) implements Message {}

  /**
   * Parent → worker: list the cases of suites.
   *
   * @param engine id of the engine to load them with
   */
  record ListSuites(String engine, Path bundle, List<Path> suites) implements Message {}

  /**
   * Parent → worker: measure trials.
   *
   * @param engine id of the engine to open
   * @param rotated whether the trials take turns, or run one after the other
   */
  record Measure(String engine, Path bundle, Effort effort, boolean rotated, List<TrialSpec> trials)
      implements Message {}

  /** Parent → worker: send the stacks of all threads. */
  record DumpThreads() implements Message {}

  /** Worker → parent: a suite's cases. */
  record Listed(Path suite, List<CaseDeclaration> declarations) implements Message {}

  /** Worker → parent: a suite does not load. */
  record NotListed(Path suite, String reason, String location, String detail) implements Message {}

  /** Worker → parent: how the engine runs, before the first trial. */
  record Opened(String implementation, boolean jit, String jvm, String collector)
      implements Message {}

  /**
   * Worker → parent: a turn of a trial begins.
   *
   * @param trial index in {@link Measure#trials}
   * @param doing what it does, in a few words
   */
  record Working(int trial, String doing) implements Message {}

  /**
   * Worker → parent: a trial ended.
   *
   * @param trial index in {@link Measure#trials}
   */
  record Ended(int trial, TrialOutcome outcome, long wallNanos, long cpuNanos) implements Message {}

  /** Worker → parent: the stacks asked for. */
  record Threads(String stacks) implements Message {}

  /** Worker → parent: everything asked for is done; the process ends now. */
  record Done() implements Message {}
}
