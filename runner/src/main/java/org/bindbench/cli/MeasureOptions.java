package org.bindbench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.config.Level;
import org.bindbench.model.Effort;
import org.bindbench.model.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that measures. Known names keep the meaning they have in JMH. */
final class MeasureOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--level",
      defaultValue = "QUICK",
      description = "quick (minutes) or comprehensive; default: quick.")
  Level level = Level.QUICK;

  @Option(
      names = "--pattern",
      paramLabel = "GLOB",
      description = "Only cases whose id, suite or file name matches; repeatable.")
  List<String> patterns = new ArrayList<>();

  @Option(names = "--tag", description = "Only cases with this tag; repeatable.")
  List<String> tags = new ArrayList<>();

  @Option(
      names = {"-e", "--engine"},
      split = ",",
      description = "Engines to measure instead of the command's usual ones.")
  List<String> engines = new ArrayList<>();

  @Option(
      names = {"-f", "--forks"},
      paramLabel = "N",
      description = "JVMs per case. Below 3 there are no intervals.")
  @Nullable Integer forks;

  @Option(
      names = {"-w", "--warmup"},
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Warm-up per timed case, such as 500ms or 10s.")
  @Nullable Duration warmUp;

  @Option(
      names = {"-r", "--measure"},
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Measured time per timed case.")
  @Nullable Duration measured;

  @Option(
      names = {"-to", "--timeout"},
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Longest silence of a worker before it is ended.")
  @Nullable Duration limit;

  @Option(names = "--jvm", paramLabel = "HOME", description = "The JVM workers run on.")
  List<String> jvms = new ArrayList<>();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and folders with Java libraries of your own that scripts are bound to.")
  String classpath = "";

  @Option(
      names = {"-jvmArgs", "--jvm-args"},
      paramLabel = "ARGS",
      description = "More options for the workers' JVM, separated by spaces.")
  String jvmArgs = "";

  @Option(
      names = "--gc",
      defaultValue = "PARALLEL",
      description = "parallel, serial, g1 or zgc; default: parallel.")
  Collector collector = Collector.PARALLEL;

  @Option(
      names = "--require-jit",
      description = "Fail with 78 where Python could only be interpreted.")
  boolean requireJit;

  @Option(names = "--seed", description = "Seed of the order of trials; default: drawn, printed.")
  @Nullable Long seed;

  @Option(
      names = "--output-dir",
      paramLabel = "FOLDER",
      defaultValue = "reports",
      description = "Where results go; default: reports.")
  Path outputDir = Path.of("reports");

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      defaultValue = "both",
      description = "json, markdown or both; default: both.")
  List<String> formats = new ArrayList<>();

  @Option(
      names = {"-l", "--list"},
      description = "List the trials that would run, and stop.")
  boolean listOnly;

  @Option(names = "--verbose", description = "Name every turn of every trial on standard error.")
  boolean verbose;

  /** The collectors a worker can be given. */
  enum Collector {
    PARALLEL,
    SERIAL,
    G1,
    ZGC
  }

  /** The level's effort with what the user changed. */
  Effort applyTo(Effort effort) {
    if (forks != null && forks < 1)
      throw new UsageException("--forks must be at least 1, but is " + forks);
    return new Effort(
        Optional.ofNullable(forks).orElse(effort.forks()),
        effort.rotated(),
        Optional.ofNullable(warmUp).orElse(effort.warmUp()),
        Optional.ofNullable(measured).orElse(effort.measured()),
        effort.slice(),
        effort.iteration(),
        effort.segmentsPerIteration(),
        effort.retainedObjects(),
        effort.weakObjects(),
        Optional.ofNullable(limit).orElse(effort.limit()),
        effort.sizes());
  }

  /** The words after {@code runner.jar}; empty where no command line was parsed. */
  List<String> words() {
    return spec == null ? List.of() : spec.root().commandLine().getParseResult().originalArgs();
  }

  /** The extra JVM options, one each. */
  List<String> extraJvmOptions() {
    return jvmArgs.isBlank() ? List.of() : List.of(jvmArgs.strip().split("\\s+"));
  }
}
