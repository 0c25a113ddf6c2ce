package org.bindbench.cli.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindbench.cli.Durations;
import org.bindbench.config.Given;
import org.bindbench.config.Level;
import org.bindbench.config.Settings;
import org.bindbench.config.Times;
import org.bindbench.config.Vocabulary;
import org.bindbench.model.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that measures. Known names keep the meaning they have in JMH. */
public final class MeasureOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Mixin public SettingsOptions sources = new SettingsOptions();

  @Option(
      names = "--level",
      description = "quick (minutes), comprehensive or nightly; default: quick.")
  public @Nullable String level;

  @Option(
      names = "--pattern",
      paramLabel = "GLOB",
      description = "Only cases whose id, suite or file name matches; repeatable.")
  public List<String> patterns = new ArrayList<>();

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
  public @Nullable Integer forks;

  @Option(
      names = {"-w", "--warmup"},
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Warm-up per timed case, such as 500ms or 10s.")
  public @Nullable Duration warmUp;

  @Option(
      names = {"-r", "--measure"},
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Measured time per timed case.")
  public @Nullable Duration measured;

  @Option(
      names = {"-to", "--timeout"},
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Longest silence of a worker before it is ended.")
  public @Nullable Duration limit;

  @Option(
      names = "--jvm",
      paramLabel = "HOME",
      description = "The JVM workers run on; repeatable, to compare several.")
  List<String> jvms = new ArrayList<>();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and folders with Java libraries of your own that scripts are bound to.")
  public String classpath = "";

  @Option(
      names = {"-jvmArgs", "--jvm-args"},
      paramLabel = "ARGS",
      description = "More options for the workers' JVM, separated by spaces.")
  String jvmArgs = "";

  @Option(
      names = "--gc",
      split = ",",
      paramLabel = "COLLECTOR",
      description =
          "parallel, serial, g1 or zgc, several to compare them with every JVM; default: parallel.")
  public List<Collector> collectors = new ArrayList<>();

  @Option(
      names = "--time-budget",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "Longest time of the run: what does not fit is left out and listed, headlines last; time"
              + " that is left goes to more forks where intervals are widest.")
  public @Nullable Duration timeBudget;

  @Option(
      names = "--require-jit",
      description = "Fail with 78 where Python could only be interpreted.")
  public boolean requireJit;

  @Option(names = "--seed", description = "Seed of the order of trials; default: drawn, printed.")
  public @Nullable Long seed;

  @Option(
      names = "--output-dir",
      paramLabel = "FOLDER",
      description = "Where results go; default: reports.")
  @Nullable Path outputDir;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description =
          "Files to write: json, markdown, both (the default), console for none; for other tools"
              + " junit, jmh, pytest-benchmark, gab, bencher, go, prometheus, influx, annotations, alert.")
  List<String> formats = new ArrayList<>();

  @Option(
      names = "--no-history",
      description = "Keep the run out of the history of `history` and `trend`.")
  boolean noHistory;

  @Option(
      names = "--no-paths",
      description =
          "Where memory stays, do not look for what keeps it, which takes a JVM of its own each.")
  public boolean noPaths;

  @Option(
      names = {"-l", "--list"},
      description = "List the trials that would run, and stop.")
  public boolean listOnly;

  @Option(names = "--verbose", description = "Name every turn of every trial on standard error.")
  public boolean verbose;

  /** What the command measures cases by, whatever the options say; none for every protocol. */
  public List<String> protocols = List.of();

  /** How many searches for a limit a run makes at most; fewer where it has fewer forks. */
  public int searches = 3;

  /** The heaps in which the most contexts are searched for. */
  public ContextHeaps contextHeaps = ContextHeaps.OF_SUITES;

  /** The collectors a worker can be given. */
  public enum Collector {
    PARALLEL,
    SERIAL,
    G1,
    ZGC
  }

  /**
   * The settings in effect: the defaults, the file, {@code --set}, and these options.
   *
   * @throws UsageException where any of them is wrong
   */
  public Settings settings(Vocabulary vocabulary) {
    return sources.settings(given(), vocabulary);
  }

  /** The file of settings that is read, if any. */
  public Optional<Path> settingsFile() {
    return sources.file();
  }

  private List<Given> given() {
    if (forks != null && forks < 1)
      throw new UsageException("--forks must be at least 1, but is " + forks);
    List<Given> given = new ArrayList<>();
    if (level != null) given.add(Given.text("--level", "level", levelId(level)));
    if (forks != null) {
      given.add(Given.number("--forks", "levels.*.forks", forks));
      given.add(Given.number("--forks", "sizes.gc.forks.*", forks));
    }
    time(given, "--warmup", "warm_up", warmUp);
    time(given, "--measure", "measured", measured);
    time(given, "--timeout", "timeout", limit);
    if (outputDir != null)
      given.add(Given.text("--output-dir", "output.folder", outputDir.toString()));
    if (noHistory) given.add(Given.flag("--no-history", "history.enabled", false));
    list(given, "--format", "output.formats", formats);
    list(given, "--pattern", "cases.patterns", patterns);
    list(given, "--tag", "cases.tags", tags);
    list(given, "--engine", "engines", engines);
    list(given, "--jvm", "jvms", jvms);
    list(given, "--gc", "gc", collectors.stream().map(each -> lower(each.name())).toList());
    return given;
  }

  private static void time(List<Given> given, String option, String key, @Nullable Duration value) {
    if (value == null) return;
    given.add(Given.text(option, "levels.*." + key, Times.text(value)));
    if (List.of("warm_up", "measured").contains(key))
      given.add(Given.text(option, "sizes.gc." + key + ".*", Times.text(value)));
  }

  private static void list(List<Given> given, String option, String key, List<String> values) {
    if (!values.isEmpty()) given.add(Given.list(option, key, values));
  }

  private static String levelId(String word) {
    if (Level.IDS.contains(lower(word))) return lower(word);
    throw new UsageException(
        "There is no level \"" + word + "\". Known are " + String.join(", ", Level.IDS) + ".");
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** The words after {@code runner.jar}; empty where no command line was parsed. */
  public List<String> words() {
    return spec == null ? List.of() : spec.root().commandLine().getParseResult().originalArgs();
  }

  /** The extra JVM options, one each. */
  public List<String> extraJvmOptions() {
    return jvmArgs.isBlank() ? List.of() : List.of(jvmArgs.strip().split("\\s+"));
  }
}
