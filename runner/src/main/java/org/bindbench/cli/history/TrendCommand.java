package org.bindbench.cli.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.analysis.past.SeriesKey;
import org.bindbench.analysis.trend.Detection;
import org.bindbench.analysis.trend.Overview;
import org.bindbench.analysis.trend.Trend;
import org.bindbench.analysis.trend.TrendJudge;
import org.bindbench.cli.Terminal;
import org.bindbench.history.History;
import org.bindbench.model.UsageException;
import org.bindbench.model.metric.Direction;
import org.bindbench.report.export.history.TrendJson;
import org.bindbench.report.trend.TrendConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trend}: where the runs of a history changed, how they drift, which ones stand out. */
@Command(
    name = "trend",
    mixinStandardHelpOptions = true,
    description = {
      "Say where the figures of past runs changed, with the commit, how they drift, and which runs",
      "stand out. A trend informs: it never makes the exit code 1."
    })
public final class TrendCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin HistoryOptions options = new HistoryOptions();

  @Parameters(
      paramLabel = "CASE",
      arity = "0..1",
      defaultValue = "*",
      description =
          "A case, such as object_creation or memory_management.*: * is any text; default: all.")
  String cases = "*";

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description = "Only runs of the last N days; default: 30.")
  int days;

  @Option(
      names = "--sensitivity",
      paramLabel = "Z",
      defaultValue = "2.0",
      description =
          "From how many robust deviations from the median of its level on a run stands out: less"
              + " finds more; default: 2.0.")
  double sensitivity;

  @Option(
      names = "--metric",
      paramLabel = "ID",
      description =
          "Only this metric, such as rate; repeatable. Default: all that have a better side, without"
              + " controls.")
  List<String> metrics = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Show every series, also of a long list those without findings.")
  boolean everything;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "console",
      description = "console or json; default: console.")
  ListRuns.Form format = ListRuns.Form.CONSOLE;

  /** A command that prints there. */
  public TrendCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!(sensitivity > 0) || Double.isInfinite(sensitivity))
      throw new UsageException("--sensitivity must be above 0, but is " + sensitivity);
    Instant until = Clock.systemUTC().instant();
    Instant since = until.minus(Duration.ofDays(daysBack()));
    History history = options.history();
    History.Count count = history.count(since);
    int runs = count.runs() - count.excluded();
    CaseGlob glob = new CaseGlob(cases);
    TrendJudge judge = new TrendJudge(Detection.USUAL, sensitivity);
    List<Trend> trends = history.series(since, key -> isWanted(key, glob), judge::judge);
    if (trends.isEmpty()) throw nothing(runs);
    Overview overview =
        new Overview(
            options.shown().toString(), since, until, runs, count.excluded(), sensitivity, trends);
    terminal
        .out()
        .print(
            format == ListRuns.Form.JSON
                ? TrendJson.write(overview)
                : new TrendConsole(terminal.style())
                    .text(overview, everything || !cases.equals("*")));
    return 0;
  }

  private int daysBack() {
    if (days < 1) throw new UsageException("--days must be 1 or more, but is " + days);
    return days;
  }

  private boolean isWanted(SeriesKey key, CaseGlob glob) {
    return glob.matches(key.caseId())
        && (metrics.isEmpty()
            ? key.metric().direction() != Direction.NEITHER && !key.control()
            : metrics.contains(key.metric().id()));
  }

  private UsageException nothing(int runs) {
    return new UsageException(
        runs == 0
            ? "The history has no run of the last %d days that counts; --days looks further back."
                .formatted(days)
            : "None of the %d runs of the last %d days has a figure of \"%s\"%s. `history show` lists those of a run."
                .formatted(
                    runs,
                    days,
                    cases,
                    metrics.isEmpty() ? "" : " and metric " + String.join(", ", metrics)));
  }
}
