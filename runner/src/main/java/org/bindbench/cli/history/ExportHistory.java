package org.bindbench.cli.history;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.bindbench.cli.Terminal;
import org.bindbench.history.History;
import org.bindbench.report.export.history.EntryJson;
import org.bindbench.report.export.history.OtavaCsv;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Print the history for other programs.")
public final class ExportHistory implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin HistoryOptions options = new HistoryOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description =
          "jsonl: a run with all its figures on each line; otava: a table for Apache Otava with the"
              + " values of the runs that count; default: jsonl.")
  Form format = Form.JSONL;

  @Option(names = "--days", paramLabel = "N", description = "Only runs of the last N days.")
  @Nullable Integer days;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = "In the table only series of these cases; a glob as of `trend`.")
  String cases = "*";

  /** What is printed. */
  enum Form {
    JSONL,
    OTAVA
  }

  /** A command that prints there. */
  public ExportHistory(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    History history = options.history();
    Instant since = days == null ? Instant.MIN : ListRuns.since(days);
    if (format == Form.OTAVA) {
      CaseGlob glob = new CaseGlob(cases);
      terminal
          .out()
          .print(OtavaCsv.write(history.series(since, key -> glob.matches(key.caseId()))));
    } else {
      history.entries(
          run -> !run.startedAt().isBefore(since),
          entry -> terminal.out().println(EntryJson.line(entry)));
    }
    return 0;
  }
}
