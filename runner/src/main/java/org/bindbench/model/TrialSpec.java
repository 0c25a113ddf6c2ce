package org.bindbench.model;

/**
 * One case on one engine in one fork.
 *
 * @param declaration the case as its suite declares it
 * @param id the case with its parameters chosen
 * @param engine id of the engine the result is for
 * @param style how the case reaches Java
 * @param fork number of the repetition, from 1
 */
public record TrialSpec(
    CaseDeclaration declaration, CaseId id, String engine, BindingStyle style, int fork) {
  /** The trial's name in logs and progress: {@code suite.case · engine · style · fork}. */
  public String title() {
    return id + " · " + engine + (style == BindingStyle.OWN ? "" : " · " + style.title());
  }
}
