package org.bindbench.cli.baseline;

import picocli.CommandLine.Command;

/** {@code baseline}: the stored baselines. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ListBaselines.class,
      ShowBaseline.class,
      PromoteBaseline.class,
      RemoveBaseline.class
    },
    description = "List, show, promote and remove the runs that later ones are compared with.")
public final class BaselineCommand {}
