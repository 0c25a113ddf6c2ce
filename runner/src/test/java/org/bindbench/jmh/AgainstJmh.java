package org.bindbench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindbench.model.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "scripts/jmh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measure the same guest functions with Bindbench and with JMH, fork by fork in turns.",
      "JMH calls them through the engines' own interfaces, on the same JVM with the same options.",
      "Started again with the same settings it goes on where it ended."
    })
final class AgainstJmh implements Callable<Integer> {
  private static final Path JAR =
      Path.of(System.getProperty("bindbench.jar", "runner.jar")).toAbsolutePath();

  /** Of the sources: the jar is built into it. */
  private static final Path ROOT = JAR.resolveSibling("");

  @Option(
      names = "--case",
      paramLabel = "GLOB",
      description = "Only rates whose name matches; repeatable; default: those without a library.")
  List<String> globs = new ArrayList<>();

  @Option(names = "--suite", description = "default: ${DEFAULT-VALUE}")
  String suite = "memory_management";

  @Option(
      names = {"-e", "--engine"},
      split = ",",
      description = "default: graalpy, luaj and luajc")
  List<String> engines = new ArrayList<>();

  @Option(
      names = {"-f", "--forks"},
      description = "JVMs per function, engine and side; default: ${DEFAULT-VALUE}")
  int forks = 5;

  @Option(
      names = {"-w", "--warmup"},
      paramLabel = "TIME",
      converter = TimeOption.class,
      description = "default: 25s for graalpy, 4s for others")
  @Nullable Duration warmUp;

  @Option(
      names = {"-r", "--measure"},
      paramLabel = "TIME",
      converter = TimeOption.class,
      description = "default: 5s for graalpy, 4s for others")
  @Nullable Duration measured;

  @Option(names = "--seed", description = "of the order of functions; default: ${DEFAULT-VALUE}")
  long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where forks and the comparison go; default: ${DEFAULT-VALUE}")
  Path out = Path.of("reports", "jmh");

  /** Ends with 0 where nothing is left to explain, with 1 where something is, with 2 on misuse. */
  public static void main(String[] words) {
    System.exit(commandLine().execute(words));
  }

  static CommandLine commandLine() {
    return new CommandLine(new AgainstJmh())
        .setExecutionExceptionHandler(
            (exception, line, parsed) -> {
              if (!(exception instanceof UsageException)) throw exception;
              line.getErr().println(exception.getMessage());
              return CommandLine.ExitCode.USAGE;
            });
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings =
        new Settings(JAR, Optional.ofNullable(warmUp), Optional.ofNullable(measured));
    List<Subject> subjects = subjects();
    ForkFiles files = ForkFiles.open(out.toAbsolutePath(), settings.json());
    Comparison comparison =
        new Comparison(new OurSide(JAR), new JmhSide(ROOT), settings, files, System.err::println);
    comparison.measure(Turn.all(subjects, forks, seed));
    List<Row> rows = comparison.rows(subjects, forks);
    ComparisonReport report = new ComparisonReport(rows, settings.json());
    Files.writeString(out.resolve("comparison.md"), report.markdown());
    Files.writeString(out.resolve("comparison.json"), report.json().toPrettyString() + "\n");
    System.out.print(report.markdown());
    return Verdict.allFine(rows.stream().map(Row::verdict).toList()) ? 0 : 1;
  }

  /** The suites declare the same rates in both languages; Lua's is read, as it loads at once. */
  private List<Subject> subjects() {
    if (forks < 1) throw new UsageException("--forks must be at least 1, but is " + forks + ".");
    List<String> chosen = engines.isEmpty() ? List.of("graalpy", "luaj", "luajc") : engines;
    for (String engine : chosen)
      if (!Settings.knows(engine))
        throw new UsageException("There is no engine \"" + engine + "\" that JMH could measure.");
    Path file = new Subject("luaj", suite, "").file(ROOT);
    if (!Files.exists(file)) throw new UsageException("There is no suite " + file + ".");
    List<String> names = new LuaSuite(file, false).rates(globs);
    if (names.isEmpty())
      throw new UsageException(
          "No rate of " + file + " is called " + String.join(" or ", globs) + ".");
    return names.stream()
        .flatMap(name -> chosen.stream().map(engine -> new Subject(engine, suite, name)))
        .toList();
  }
}
