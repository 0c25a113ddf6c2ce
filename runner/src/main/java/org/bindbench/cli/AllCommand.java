package org.bindbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.cli.baseline.BaselineOptions;
import org.bindbench.cli.measure.Measuring;
import org.bindbench.cli.measure.MeasuringKind;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.model.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "all",
    mixinStandardHelpOptions = true,
    description = "Measure the bundled suites in both languages and compare the engines.")
final class AllCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin MeasureOptions options = new MeasureOptions();

  @Mixin BaselineOptions baselines = new BaselineOptions();

  AllCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    return new Measuring(
            terminal, options, MeasuringKind.of("all", "graalpy", "luaj", "luajc").with(baselines))
        .run(List.of(Language.PYTHON, Language.LUA), List.of());
  }
}
