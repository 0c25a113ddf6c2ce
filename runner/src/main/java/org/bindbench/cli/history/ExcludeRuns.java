package org.bindbench.cli.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.cli.Terminal;
import org.bindbench.history.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code history exclude}. */
@Command(
    name = "exclude",
    mixinStandardHelpOptions = true,
    description = "Leave runs out of every trend and table of values; they stay in the history.")
public final class ExcludeRuns implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin HistoryOptions options = new HistoryOptions();

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids of runs, or their beginnings.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, such as \"the machine was busy\"; it is kept and shown.")
  String reason = "";

  /** A command that prints there. */
  public ExcludeRuns(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    History history = options.history();
    List<String> ids = ids(history, names);
    history.exclude(ids, reason);
    ids.forEach(id -> terminal.out().println(terminal.style().show("excluded " + id)));
    return 0;
  }

  /** The whole ids of runs that were named by them or their beginnings. */
  static List<String> ids(History history, List<String> names) {
    List<PastRun> runs = history.runs();
    return names.stream().map(name -> History.find(runs, name).id()).distinct().toList();
  }
}
