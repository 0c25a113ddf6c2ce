package org.bindbench.cli.baseline;

import java.util.concurrent.Callable;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.config.Settings;
import org.bindbench.wire.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baseline remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Remove a baseline, damaged or not; the run that it was made from stays.")
public final class RemoveBaseline implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "NAME", description = "The name of the baseline.")
  String name = "";

  /** A command that prints there. */
  public RemoveBaseline(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = place.settings();
    RunLock.whileHeld(
        RunFolder.all(settings),
        () -> {
          Place.store(settings).remove(name);
          return true;
        });
    terminal.out().println(terminal.style().show("removed baseline " + name));
    return 0;
  }
}
