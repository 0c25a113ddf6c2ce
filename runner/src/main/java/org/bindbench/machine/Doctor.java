package org.bindbench.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bindbench.model.JvmFacts;

/**
 * Says what on this computer helps or harms a measurement; a pure function of what was read.
 *
 * @param workerHeapBytes heap of each worker
 */
public record Doctor(long workerHeapBytes) {
  /** What a worker needs beside its heap: code, threads, the engine's own memory. */
  private static final long BESIDE_HEAP_BYTES = 512L << 20;

  private static final double GIB = 1L << 30;

  /**
   * Every finding, in the order to be read.
   *
   * @param unfit why the JIT is not to be had on a JVM; empty where it is
   */
  public List<Finding> examine(
      Jvms jvms, Function<JvmFacts, Optional<String>> unfit, MachineFacts machine, Cache cache) {
    List<Finding> findings = new ArrayList<>();
    jvm(findings, jvms, unfit);
    cores(findings, machine);
    memory(findings, machine);
    load(findings, machine);
    governor(findings, machine);
    swap(findings, machine);
    findings.add(cache(cache));
    return List.copyOf(findings);
  }

  private static void jvm(
      List<Finding> findings, Jvms jvms, Function<JvmFacts, Optional<String>> unfit) {
    if (jvms.usable().isEmpty()) {
      findings.add(
          Finding.problem(
              "JVM",
              "No JVM that can run workers was found in "
                  + String.join(", ", jvms.searched())
                  + ".",
              "Install a JDK 25, or name one with --jvm."));
    } else {
      Jvms.Choice choice = jvms.choose(unfit);
      JvmFacts jvm = choice.jvm();
      findings.add(
          Finding.ok(
              "JVM",
              "Workers run on %s in %s (from %s)."
                  .formatted(jvm.title(), jvm.home(), choice.source())));
      findings.add(
          choice.isFit()
              ? Finding.ok("JIT", "Python is compiled on " + jvm.title() + ".")
              : Finding.advice(
                  "JIT",
                  "Python is interpreted only: " + choice.unfit() + ".",
                  "Install a JDK 25 (25.0.1 or later), or name one with --jvm."));
    }
    for (Candidate candidate : jvms.candidates()) {
      notChosen(candidate, jvms, unfit)
          .ifPresent(
              reason ->
                  findings.add(
                      Finding.ok(
                          "JVM not used",
                          "%s (from %s) %s."
                              .formatted(candidate.home(), candidate.source(), reason))));
    }
  }

  /** Why workers do not run on the candidate; empty for the one they run on. */
  private static Optional<String> notChosen(
      Candidate candidate, Jvms jvms, Function<JvmFacts, Optional<String>> unfit) {
    if (candidate.refusal().isPresent()) return candidate.refusal();
    JvmFacts jvm = candidate.jvm().orElseThrow();
    if (jvms.choose(unfit).jvm().equals(jvm)) return Optional.empty();
    String reason = unfit.apply(jvm).orElse("it comes later in the order of search");
    return Optional.of("is " + jvm.title() + ", not chosen: " + reason);
  }

  private static void cores(List<Finding> findings, MachineFacts machine) {
    int cores = machine.cores();
    String message = cores(machine) + " to run on.";
    findings.add(
        cores >= 2
            ? Finding.ok("cores", message)
            : Finding.advice(
                "cores",
                message,
                "The JIT and the collector compete with the script for it: use two or more."));
    double quota = machine.group().cpuQuota();
    if (quota > 0) {
      findings.add(
          Finding.advice(
              "CPU limit",
              figure("The control group allows %.2f CPUs' worth of time.", quota),
              "A limit stops all threads in mid-measurement: lift it, or expect outliers."));
    }
  }

  private void memory(List<Finding> findings, MachineFacts machine) {
    long limit = machine.group().memoryLimitBytes();
    if (limit > 0) {
      findings.add(
          Finding.ok("memory limit", figure("The control group allows %.1f GiB.", limit / GIB)));
    }
    long usable = machine.usableMemoryBytes();
    if (usable < 0) {
      findings.add(
          Finding.advice(
              "memory",
              "How much memory there is could not be read.",
              figure("A worker needs a heap of %.1f GiB.", workerHeapBytes / GIB)));
      return;
    }
    String message =
        figure(
            "%.1f GiB to use, a worker's heap takes %.1f GiB.",
            usable / GIB, workerHeapBytes / GIB);
    if (usable < workerHeapBytes) {
      findings.add(
          Finding.problem("memory", message, "Give it more memory: workers will not start."));
    } else if (usable < workerHeapBytes + BESIDE_HEAP_BYTES) {
      findings.add(
          Finding.advice(
              "memory",
              message,
              figure(
                  "Workers may be killed: give it %.1f GiB or more.",
                  (workerHeapBytes + BESIDE_HEAP_BYTES) / GIB)));
    } else {
      findings.add(Finding.ok("memory", message));
    }
  }

  private static void load(List<Finding> findings, MachineFacts machine) {
    double load = machine.load();
    if (load < 0) return;
    String message = figure("Load average %.2f over the last minute on %s.", load, cores(machine));
    findings.add(
        load <= 0.5 * machine.cores()
            ? Finding.ok("load", message)
            : Finding.advice(
                "load", message, "End what else is running, or wait: rates will vary."));
  }

  private static void governor(List<Finding> findings, MachineFacts machine) {
    String governor = machine.governor();
    if (governor.isEmpty()) return;
    String message = "The processor's clock follows the governor '" + governor + "'.";
    findings.add(
        governor.equals("performance")
            ? Finding.ok("CPU governor", message)
            : Finding.advice(
                "CPU governor",
                message,
                "For steadier rates: sudo cpupower frequency-set -g performance."));
  }

  private static void swap(List<Finding> findings, MachineFacts machine) {
    double used = machine.swapUsedBytes() / GIB;
    if (used < 0) return;
    findings.add(
        used == 0
            ? Finding.ok("swap", "No memory is swapped out.")
            : Finding.advice(
                "swap",
                figure("%.2f GiB are swapped out.", used),
                "Where pages of a worker are among them its pauses grow: free some memory."));
  }

  private static Finding cache(Cache cache) {
    return cache
        .fallback()
        .map(
            reason ->
                Finding.advice(
                    "cache",
                    "Files are kept in " + cache.path() + ", because " + reason + ".",
                    "Name a folder that lasts with " + Cache.VARIABLE + "."))
        .orElse(Finding.ok("cache", "Files are kept in " + cache.path() + "."));
  }

  private static String cores(MachineFacts machine) {
    return machine.cores() + (machine.cores() == 1 ? " core" : " cores");
  }

  private static String figure(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
