package org.bindbench.model;

import java.util.List;

/**
 * The process a trial ran in, as the worker itself saw it.
 *
 * @param engine the engine that really ran, which for untimed trials of {@code graalpy} is {@code
 *     graalpy-interpreter}
 * @param implementation the engine's own word for how it runs: "GraalVM CE" with the JIT,
 *     "Interpreted" without; LuaJ's compiler class or "interpreter"
 * @param jit whether the engine compiles guest code to machine code, verified, not assumed
 * @param jvm name and version of the JVM
 * @param collector its garbage collector
 * @param jvmOptions the options it was started with
 * @param sharing {@code alone}, {@code rotation} or {@code sequence}: whether other trials ran in
 *     the same JVM
 */
public record WorkerFacts(
    String engine,
    String implementation,
    boolean jit,
    String jvm,
    String collector,
    List<String> jvmOptions,
    String sharing) {
  public WorkerFacts {
    jvmOptions = List.copyOf(jvmOptions);
  }
}
