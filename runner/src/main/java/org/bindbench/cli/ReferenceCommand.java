package org.bindbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.cli.measure.Measuring;
import org.bindbench.cli.measure.MeasuringKind;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.model.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    description = {
      "Measure the bundled suites in the embedded engines and, alternating with them, under the",
      "stock interpreters python3, lua5.4 and luajit; 5 forks unless --forks says otherwise."
    })
final class ReferenceCommand implements Callable<Integer> {
  private static final int ROUNDS = 5;

  private final Terminal terminal;

  @Mixin MeasureOptions options = new MeasureOptions();

  ReferenceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (options.forks == null) options.forks = ROUNDS;
    return new Measuring(
            terminal,
            options,
            MeasuringKind.of(
                "reference", "graalpy", "luaj", "luajc", "python3", "lua5.4", "luajit"))
        .run(List.of(Language.PYTHON, Language.LUA), List.of());
  }
}
