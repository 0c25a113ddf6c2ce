package org.bindbench.cli.history;

import java.util.concurrent.Callable;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.cli.Terminal;
import org.bindbench.history.History;
import org.bindbench.report.past.HistoryConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code history show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show all that is kept of one run.")
public final class ShowRun implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin HistoryOptions options = new HistoryOptions();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      defaultValue = "last",
      description = "The id of a run, or its beginning; default: the last run.")
  String run = "last";

  /** A command that prints there. */
  public ShowRun(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    History history = options.history();
    PastRun found = History.find(history.runs(), run);
    history.entries(
        each -> each.id().equals(found.id()),
        entry -> terminal.out().print(new HistoryConsole(terminal.style()).show(entry)));
    return 0;
  }
}
