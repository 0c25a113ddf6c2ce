package org.bindbench.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.compare.sides.SideParser;
import org.bindbench.cli.compare.sides.SideSpec;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.config.Settings;
import org.bindbench.launch.StockInterpreter;
import org.bindbench.model.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: two sides measured next to each other, or two finished runs. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compare two sides, measured next to each other: suites, libraries, engines,",
      "binding styles, JVMs, collectors or JVM options. What differs is measured",
      "again before it is called a change. With two run folders, compare those",
      "instead, as far as that can be done."
    })
public final class CompareCommand implements Callable<Integer> {
  private static final int FORKS = 8;
  private static final int FEWEST_FORKS = 3;

  private final Terminal terminal;

  @Mixin MeasureOptions options = new MeasureOptions();

  @Option(
      names = "--base",
      paramLabel = "SIDE",
      description =
          "What is compared with: words or key=value, with commas between them; repeatable. Keys are"
              + " suites, classpath, engine, style, jvm, gc and jvm-args; a bare word is known by what"
              + " it is.")
  List<String> base = new ArrayList<>();

  @Option(
      names = "--head",
      paramLabel = "SIDE",
      description = "What is judged, in the same words; what is not named is as usual.")
  List<String> head = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "MAGNITUDE",
      description =
          "slight, minor, major or critical: from which worsening on the exit code is 1; gates: by the"
              + " usual gates; never. Default: gates where the sides are versions of suites or"
              + " libraries, or the same; else never.")
  @Nullable FailOn failOn;

  @Parameters(
      arity = "0..2",
      paramLabel = "RUN",
      description =
          "Two finished runs: folders, or names below reports/runs. Or result files of JMH or"
              + " pytest-benchmark, several of a side with commas between them.")
  List<String> runs = new ArrayList<>();

  /** A command that prints there. */
  public CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Workbench workbench = new Workbench();
    if (failOn != null) options.sources.set("gates.fail_on", failOn.title());
    if (options.forks == null) options.forks = FORKS;
    Settings settings = options.settings(workbench.vocabulary());
    if (!runs.isEmpty()) return finished(workbench, settings);
    requireFit();
    List<String> engines =
        Stream.concat(workbench.engines().keySet().stream(), StockInterpreter.ids().stream())
            .toList();
    SideSpec ours = SideParser.parse("--base", base, engines);
    SideSpec theirs = SideParser.parse("--head", head, engines);
    return new Comparing(terminal, workbench, settings, options).run(ours, theirs);
  }

  private int finished(Workbench workbench, Settings settings) throws Exception {
    if (runs.size() != 2)
      throw new UsageException("Name two run folders, or sides with --base and --head.");
    if (!base.isEmpty() || !head.isEmpty())
      throw new UsageException(
          "Name either two run folders or sides with --base and --head, not both.");
    if (!ForeignComparison.isMeant(runs))
      return new FinishedComparison(terminal, settings).run(runs.get(0), runs.get(1));
    return new ForeignComparison(terminal, settings, workbench.reader())
        .run(runs.get(0), runs.get(1));
  }

  private void requireFit() {
    if (base.isEmpty() && head.isEmpty())
      throw new UsageException(
          "Nothing is named to compare: give --base and --head, such as --base luaj --head luajc, or"
              + " two run folders.");
    if (options.timeBudget != null)
      throw new UsageException(
          "`compare` has no --time-budget: leaving out forks of a comparison halfway would decide by"
              + " chance. Use fewer cases (--pattern), fewer forks (-f, 3 or more) or shorter ones (-w, -r).");
    if (options.forks != null && options.forks < FEWEST_FORKS)
      throw new UsageException(
          "`compare` needs at least %d forks a side, but --forks is %d: below that there are no intervals."
              .formatted(FEWEST_FORKS, options.forks));
  }
}
