package org.bindbench.model;

import java.util.List;

/**
 * The machine and the software a run was made with. Readings that are not to be had are empty
 * strings or −1, and reports call them "unavailable".
 *
 * @param memoryBytes physical memory in bytes
 * @param memoryLimitBytes limit of the control group in bytes, −1 for none
 * @param load load average over the last minute at the start, −1 where unavailable
 * @param workerJvms the JVMs that workers ran on, at least one; several where the run compares them
 * @param bindbench version of this program
 */
public record Environment(
    String os,
    String architecture,
    String cpu,
    int cores,
    long memoryBytes,
    long memoryLimitBytes,
    double load,
    List<JvmFacts> workerJvms,
    String parentJvm,
    List<EngineProfile> engines,
    String bindbench) {
  public Environment {
    engines = List.copyOf(engines);
    workerJvms = List.copyOf(workerJvms);
    if (workerJvms.isEmpty()) throw new IllegalArgumentException("workerJvms must not be empty");
  }

  /** The first JVM that workers ran on. */
  public JvmFacts workerJvm() {
    return workerJvms.get(0);
  }
}
