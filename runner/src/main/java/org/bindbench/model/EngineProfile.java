package org.bindbench.model;

/**
 * What an engine is: its {@code id} on the command line, its language, the version of the library
 * that runs scripts, and how it runs them ("JIT", "interpreter", "JVM bytecode").
 */
public record EngineProfile(String id, Language language, String version, String mode) {
  /** The mode of an interpreter outside the JVM. */
  public static final String STOCK = "stock interpreter";

  private static final String JIT = "JIT";

  /** Whether it compiles what it runs by a compiler of its own, which takes time to get fast. */
  public boolean hasJit() {
    return mode.equals(JIT);
  }

  /** Whether it is the language's own interpreter, outside the JVM. */
  public boolean isStock() {
    return mode.equals(STOCK);
  }
}
