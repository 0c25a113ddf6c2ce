package org.bindbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.cli.measure.Measuring;
import org.bindbench.cli.measure.MeasuringKind;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "capabilities",
    mixinStandardHelpOptions = true,
    description = {
      "Probe what the engines can and cannot do: finalizers, weak tables, tracemalloc and others.",
      "Each engine is probed once, in a JVM of its own; levels and forks make no difference."
    })
final class CapabilitiesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin MeasureOptions options = new MeasureOptions();

  CapabilitiesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    options.level = "comprehensive";
    options.forks = 1;
    options.protocols = List.of(CaseDeclaration.CAPABILITY);
    return new Measuring(
            terminal,
            options,
            MeasuringKind.of("capabilities", "graalpy", "graalpy-interpreter", "luaj", "luajc"))
        .run(List.of(Language.PYTHON, Language.LUA), List.of());
  }
}
