package org.bindbench.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.model.JvmFacts;

/**
 * The JVM that workers run on and what is the same for all of them.
 *
 * @param setup its name where a run compares several; else empty
 * @param classPath class path of the workers
 * @param collector {@code parallel}, {@code serial}, {@code g1} or {@code zgc}
 * @param engineOptions the JVM options that each engine needs on this JVM, by engine id
 * @param extra options the user adds
 */
public record WorkerJvm(
    String setup,
    JvmFacts jvm,
    String classPath,
    String collector,
    Map<String, EngineOptions> engineOptions,
    List<String> extra) {
  /** Compact constructor: copies the options. */
  public WorkerJvm {
    engineOptions = Map.copyOf(engineOptions);
    extra = List.copyOf(extra);
  }

  /** The same JVM with options behind all others, which so overrule them. */
  public WorkerJvm with(List<String> more) {
    List<String> all = new ArrayList<>(extra);
    all.addAll(more);
    return new WorkerJvm(setup, jvm, classPath, collector, engineOptions, all);
  }

  /** The same JVM under another name. */
  public WorkerJvm named(String name) {
    return new WorkerJvm(name, jvm, classPath, collector, engineOptions, extra);
  }

  /**
   * Options of a worker for the engine. The verifier is off for classes of the class path, which
   * saves GraalPy a second of start. The user's own come last and overrule all others.
   */
  List<String> options(String engine, HeapKind heap, List<String> further, Path folder) {
    EngineOptions ofEngine = engineOptions.get(engine);
    if (ofEngine == null) throw new IllegalArgumentException("no engine is called " + engine);
    List<String> options = new ArrayList<>(collectorOptions());
    options.addAll(heap.options(collector));
    options.addAll(further);
    options.addAll(
        List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            // The error file says what happened; a core would fill the user's folder with the heap.
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8"));
    options.addAll(ofEngine.usual());
    if (heap == HeapKind.RESTING) options.addAll(ofEngine.restingHeap());
    if (heap == HeapKind.STILL) options.addAll(ofEngine.stillHeap());
    options.addAll(extra);
    return options;
  }

  private List<String> collectorOptions() {
    return switch (collector) {
      case "parallel" -> List.of("-XX:+UseParallelGC");
      // Without this Serial leaves "dead wood" in place and retained bytes read below zero.
      case "serial" -> List.of("-XX:+UseSerialGC", "-XX:MarkSweepDeadRatio=0");
      case "g1" -> List.of("-XX:+UseG1GC");
      case "zgc" -> List.of("-XX:+UseZGC");
      default -> throw new IllegalArgumentException("no collector is called " + collector);
    };
  }
}
