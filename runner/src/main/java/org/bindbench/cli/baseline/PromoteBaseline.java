package org.bindbench.cli.baseline;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.config.Settings;
import org.bindbench.wire.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baseline promote}. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Make a finished run the baseline of a name. A run in which a trial failed, that was",
      "interrupted, missed a failing threshold, or fails its gates against the baseline that it",
      "would replace is refused."
    })
public final class PromoteBaseline implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "The folder of a run, or its name below reports/runs.")
  String run = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "The name of the baseline.")
  String name = "";

  @Option(
      names = "--ignore-fingerprint",
      description = "Replace a baseline of another machine, JVM or suite all the same.")
  boolean force;

  /** A command that prints there. */
  public PromoteBaseline(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = place.settings();
    String done =
        RunLock.whileHeld(
            RunFolder.all(settings),
            () ->
                new Keeping(settings, force)
                    .keep(
                        Comparand.named(run, settings),
                        name,
                        "baseline promote",
                        Clock.systemUTC().instant()));
    terminal.out().println(terminal.style().show(done));
    return 0;
  }
}
