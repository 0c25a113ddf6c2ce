package org.bindbench.cli.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.cli.Terminal;
import org.bindbench.history.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code history include}. */
@Command(
    name = "include",
    mixinStandardHelpOptions = true,
    description = "Let excluded runs count again.")
public final class IncludeRuns implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin HistoryOptions options = new HistoryOptions();

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids of runs, or their beginnings.")
  List<String> names = new ArrayList<>();

  /** A command that prints there. */
  public IncludeRuns(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    History history = options.history();
    List<String> ids = ExcludeRuns.ids(history, names);
    history.include(ids);
    ids.forEach(id -> terminal.out().println(terminal.style().show("included " + id)));
    return 0;
  }
}
