package org.bindbench.cli.history;

import picocli.CommandLine.Command;

/** {@code history}: the runs that were made before. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ListRuns.class,
      ShowRun.class,
      ExcludeRuns.class,
      IncludeRuns.class,
      AddRun.class,
      ExportHistory.class,
      PruneHistory.class
    },
    description = {
      "List, show, exclude, export and prune the runs that were made before. `all`, `python` and",
      "`lua` put their runs into the history, unless --no-history or `history.enabled: false` says no."
    })
public final class HistoryCommand {}
