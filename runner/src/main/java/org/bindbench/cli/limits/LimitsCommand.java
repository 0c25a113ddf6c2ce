package org.bindbench.cli.limits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.measure.Measuring;
import org.bindbench.cli.measure.MeasuringKind;
import org.bindbench.cli.plan.ContextHeaps;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.cli.plan.MeasureOptions.Collector;
import org.bindbench.model.Language;
import org.bindbench.model.UsageException;
import org.bindbench.model.limits.Room;
import org.bindbench.model.limits.Sought;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limits}: breaking points of memory. */
@Command(
    name = "limits",
    mixinStandardHelpOptions = true,
    description =
        "Find the smallest heap in which a case gets through, and the most contexts that can be open"
            + " in a given heap: by bisection over fresh JVMs to 5 %%, three times independently,"
            + " with what happened one step beyond. Then the rate and the collector's share in heaps"
            + " 1.5, 2 and 3 times the smallest. Cases declare it by the protocols heap_limit and"
            + " context_limit. Without --gc the collector is serial: parallel gives up when"
            + " collecting takes too much of the time, which is chance. Without --timeout a worker"
            + " may be silent for ten minutes, for a full heap is slow.")
public final class LimitsCommand implements Callable<Integer> {
  private static final int LEAST_HEAP = 8;
  private static final int MOST_HEAP = 65_536;

  /** A try that is to fail collects some eighty times before it does. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final Terminal terminal;

  @Mixin MeasureOptions options = new MeasureOptions();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "3",
      description = "Independent bisections for each limit; default: 3.")
  int repeat;

  @Option(
      names = "--heap",
      paramLabel = "MIB",
      description =
          "The heap in which contexts are counted, in MiB; default: "
              + ContextHeaps.OF_LUA
              + " for Lua, "
              + ContextHeaps.OF_PYTHON_ALONE
              + " for Python.")
  @Nullable Integer heap;

  @Option(
      names = "--no-rooms",
      description = "Leave out the heaps 1.5, 2 and 3 times as large as the smallest.")
  boolean isLimitOnly;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Suites of one language instead of the bundled ones.")
  List<Path> files = new ArrayList<>();

  /** A command that prints there. */
  public LimitsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (repeat < 1) throw new UsageException("--repeat must be at least 1, but is " + repeat + ".");
    if (heap != null && (heap < LEAST_HEAP || heap > MOST_HEAP))
      throw new UsageException(
          "--heap takes MiB from %d to %d, such as 128, not %d."
              .formatted(LEAST_HEAP, MOST_HEAP, heap));
    if (options.level == null) options.level = "comprehensive";
    options.forks = repeat;
    options.searches = repeat;
    options.contextHeaps = heap == null ? ContextHeaps.OF_SEARCHES : ContextHeaps.all(heap);
    if (options.collectors.isEmpty()) options.collectors = List.of(Collector.SERIAL);
    if (options.limit == null) options.limit = LONGEST_SILENCE;
    options.protocols = Sought.protocols();
    return new Measuring(
            terminal,
            options,
            MeasuringKind.of("limits", "graalpy", "graalpy-interpreter", "luaj", "luajc")
                .then(new Rooms(isLimitOnly ? List.of() : Room.ALL, repeat)))
        .run(languages(), files);
  }

  /** Those of the files, which must be of one; all where none is given. */
  private List<Language> languages() {
    return files.isEmpty()
        ? List.of(Language.PYTHON, Language.LUA)
        : List.of(
            Stream.of(Language.values())
                .filter(language -> language.owns(files.get(0)))
                .findFirst()
                .orElse(Language.PYTHON));
  }
}
