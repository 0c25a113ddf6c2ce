package org.bindbench.cli;

import java.util.concurrent.Callable;
import org.bindbench.model.Versions;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Print the versions of Bindbench and its engines.")
final class VersionCommand implements Callable<Integer> {
  private final Terminal terminal;

  VersionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Versions versions = Versions.current();
    terminal.out().println("bindbench " + versions.bindbench());
    terminal.out().println("graalpy   " + versions.graalpy());
    terminal.out().println("compiler  " + versions.compiler());
    terminal.out().println("luaj      " + versions.luaj());
    return 0;
  }
}
