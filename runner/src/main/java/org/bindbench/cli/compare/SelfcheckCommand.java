package org.bindbench.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.config.Settings;
import org.bindbench.model.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code selfcheck}: comparisons whose right answer is known. */
@Command(
    name = "selfcheck",
    mixinStandardHelpOptions = true,
    description = {
      "Compare the same code with itself, and with itself after a known share of operations was",
      "planted: counts false alarms and how often what was planted is found. Goes on where it was",
      "ended. Takes hours: a quarter of an hour a run; --time-budget ends it earlier."
    })
public final class SelfcheckCommand implements Callable<Integer> {
  /** Cases that every engine really runs: GraalPy folds calls of the script's own away. */
  private static final List<String> PATTERNS =
      List.of("object_creation", "bound_object_creation", "bound_method_call");

  private static final int FORKS = 8;

  private final Terminal terminal;

  @Mixin MeasureOptions options = new MeasureOptions();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "30",
      description = "Runs of the same code against itself, those of earlier commands included.")
  int runs;

  @Option(
      names = "--planted",
      split = ",",
      paramLabel = "SHARE",
      defaultValue = "0.2,0.1",
      description = "Shares of operations to plant on one side; default: 0.2,0.1.")
  List<Double> planted = new ArrayList<>();

  @Option(
      names = "--planted-runs",
      paramLabel = "N",
      defaultValue = "6",
      description = "Runs for each of these shares.")
  int plantedRuns;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Where each run's findings are kept; default: selfcheck below the output folder.")
  @Nullable Path data;

  /** A command that prints there. */
  public SelfcheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    for (double share : planted)
      if (!(share > 0 && share <= 10))
        throw new UsageException(
            "--planted takes shares above 0 and up to 10, such as 0.1 for 10 %, not "
                + share
                + ".");
    if (runs < 0 || plantedRuns < 0)
      throw new UsageException("--runs and --planted-runs must be at least 0.");
    Workbench workbench = new Workbench();
    if (options.forks == null) options.forks = FORKS;
    if (options.patterns.isEmpty()) options.patterns.addAll(PATTERNS);
    Settings settings = options.settings(workbench.vocabulary());
    if (options.listOnly)
      return new Comparing(terminal, workbench, settings, options)
          .run(Selfchecking.unchanged(), Selfchecking.unchanged());
    List<Selfchecking.Wanted> wanted = new ArrayList<>();
    wanted.add(new Selfchecking.Wanted(0, runs));
    for (double share : planted) wanted.add(new Selfchecking.Wanted(share, plantedRuns));
    Path folder = data == null ? settings.outputFolder().resolve("selfcheck") : data;
    return new Selfchecking(terminal, workbench, settings, options, folder).run(wanted);
  }
}
