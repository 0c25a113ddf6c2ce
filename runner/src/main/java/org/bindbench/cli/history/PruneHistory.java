package org.bindbench.cli.history;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.cli.Terminal;
import org.bindbench.history.History;
import org.bindbench.model.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history prune}. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = {
      "Remove runs from the history for good. What fits any of the options goes; the folders of the",
      "runs stay."
    })
public final class PruneHistory implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin HistoryOptions options = new HistoryOptions();

  @Option(
      names = "--older-than",
      paramLabel = "DAYS",
      description = "Runs that began more than so many days ago.")
  @Nullable Integer olderThan;

  @Option(names = "--keep", paramLabel = "N", description = "All runs but the last N.")
  @Nullable Integer keep;

  @Option(names = "--excluded", description = "Runs that are excluded.")
  boolean excluded;

  @Option(names = "--dry-run", description = "Only say which runs would go.")
  boolean dryRun;

  /** A command that prints there. */
  public PruneHistory(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (olderThan == null && keep == null && !excluded)
      throw new UsageException("Say what is to go: --older-than DAYS, --keep N or --excluded.");
    if (keep != null && keep < 0)
      throw new UsageException("--keep must be 0 or more, but is " + keep);
    if (olderThan != null && olderThan < 1)
      throw new UsageException("--older-than must be 1 or more, but is " + olderThan);
    History history = options.history();
    List<PastRun> runs = history.runs();
    List<String> ids = doomed(runs);
    if (dryRun) {
      ids.forEach(id -> terminal.out().println(terminal.style().show("would remove " + id)));
      terminal.out().println(ids.size() + " of " + runs.size() + " runs would be removed");
      return 0;
    }
    if (ids.isEmpty()) {
      terminal.out().println("no run fits; nothing was removed");
      return 0;
    }
    History.Pruned pruned = history.prune(ids);
    terminal
        .out()
        .println(
            pruned.runs()
                + " of "
                + runs.size()
                + " runs removed"
                + (pruned.isSmaller()
                    ? ""
                    : "; others use the file, so its room was not given back to the disk"));
    return 0;
  }

  private List<String> doomed(List<PastRun> runs) {
    Instant begin = olderThan == null ? Instant.MIN : ListRuns.since(olderThan);
    int last = keep == null ? 0 : Math.max(0, runs.size() - keep);
    return java.util.stream.IntStream.range(0, runs.size())
        .filter(
            i ->
                i < last
                    || runs.get(i).startedAt().isBefore(begin)
                    || excluded && runs.get(i).excluded().isPresent())
        .mapToObj(i -> runs.get(i).id())
        .toList();
  }
}
