package org.bindbench.cli.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.cli.Terminal;
import org.bindbench.model.UsageException;
import org.bindbench.report.export.history.EntryJson;
import org.bindbench.report.past.HistoryConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List runs, oldest first.")
public final class ListRuns implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin HistoryOptions options = new HistoryOptions();

  @Option(names = "--days", paramLabel = "N", description = "Only runs of the last N days.")
  @Nullable Integer days;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Only the last N of them; 0 for all; default: 20.")
  int limit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "console",
      description = "console or json; default: console.")
  Form format = Form.CONSOLE;

  /** How the list is printed. */
  enum Form {
    CONSOLE,
    JSON
  }

  /** A command that prints there. */
  public ListRuns(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (limit < 0) throw new UsageException("--limit must be 0 or more, but is " + limit);
    List<PastRun> all = options.history().runs();
    List<PastRun> wanted = all.stream().filter(this::isWanted).toList();
    List<PastRun> last =
        limit == 0 || wanted.size() <= limit
            ? wanted
            : wanted.subList(wanted.size() - limit, wanted.size());
    terminal
        .out()
        .print(
            format == Form.JSON
                ? EntryJson.runs(last)
                : new HistoryConsole(terminal.style())
                    .list(options.shown().toString(), last, all.size()));
    return 0;
  }

  private boolean isWanted(PastRun run) {
    if (days == null) return true;
    return !run.startedAt().isBefore(since(days));
  }

  /** The begin of the last days. */
  static Instant since(int days) {
    if (days < 1) throw new UsageException("--days must be 1 or more, but is " + days);
    return Clock.systemUTC().instant().minus(Duration.ofDays(days));
  }
}
