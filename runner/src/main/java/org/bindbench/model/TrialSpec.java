package org.bindbench.model;

import org.bindbench.model.leak.LeakEvidence;

/**
 * One case on one engine in one fork.
 *
 * @param declaration the case as its suite declares it
 * @param id the case with its parameters chosen
 * @param engine id of the engine the result is for
 * @param style how the case reaches Java
 * @param setup name of the JVM and collector it runs on, where the run compares several; else empty
 * @param fork number of the repetition, from 1
 */
public record TrialSpec(
    CaseDeclaration declaration,
    CaseId id,
    String engine,
    BindingStyle style,
    String setup,
    int fork) {
  /** A trial of a run whose workers all run on the same JVM with the same collector. */
  public TrialSpec(
      CaseDeclaration declaration, CaseId id, String engine, BindingStyle style, int fork) {
    this(declaration, id, engine, style, "", fork);
  }

  /** The same trial in another fork. */
  public TrialSpec inFork(int number) {
    return new TrialSpec(declaration, id, engine, style, setup, number);
  }

  /** The trial that explains what this one lost. */
  public TrialSpec explaining() {
    String protocol = LeakEvidence.protocol(declaration.protocol());
    return new TrialSpec(declaration.with(protocol), id, engine, style, setup, fork);
  }

  /** Whether the trial explains what others lost, and measures nothing. */
  public static boolean explains(TrialSpec trial) {
    return LeakEvidence.isOf(trial.declaration().protocol());
  }

  /** The trial's name in logs and progress: {@code suite.case · engine · style · setup}. */
  public String title() {
    return id
        + " · "
        + engine
        + (style == BindingStyle.OWN ? "" : " · " + style.title())
        + (setup.isEmpty() ? "" : " · " + setup);
  }
}
