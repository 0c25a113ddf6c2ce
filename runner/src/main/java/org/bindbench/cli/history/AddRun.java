package org.bindbench.cli.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.config.Settings;
import org.bindbench.model.UsageException;
import org.bindbench.wire.StoredComparison;
import org.bindbench.wire.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code history add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Put runs into the history that were kept out, could not be put there, or were interrupted.",
      "One that is there already stays as it is."
    })
public final class AddRun implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin HistoryOptions options = new HistoryOptions();

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Runs' folders, or their names below the folder of all runs.")
  List<Path> named = new ArrayList<>();

  /** A command that prints there. */
  public AddRun(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (options.file != null)
      options.sources.set("history.file", "'" + options.file.toString().replace("'", "''") + "'");
    Settings settings = options.settings();
    Recorder recorder = new Recorder(terminal, settings);
    for (Path each : named) {
      Path folder = RunFolder.find(each, settings).orElse(each);
      if (StoredComparison.find(folder).isPresent())
        throw new UsageException(
            "The run in " + folder + " is a comparison; the history keeps runs of one side.");
      RunAnalysis analysis = RunAnalyser.analyse(StoredRun.read(folder), settings.thresholds());
      recorder.put(HistoryOptions.of(settings.historyFile()), Recorder.entry(analysis, folder));
    }
    return 0;
  }
}
