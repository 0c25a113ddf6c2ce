package org.bindbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.cli.baseline.BaselineOptions;
import org.bindbench.cli.measure.Measuring;
import org.bindbench.cli.measure.MeasuringKind;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.model.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "lua",
    mixinStandardHelpOptions = true,
    description = {
      "Measure Lua: the bundled suites, or the given files.",
      "A file that declares no case is run as it is, in the embedded engine (LuaJ)."
    })
final class LuaCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin MeasureOptions options = new MeasureOptions();

  @Mixin BaselineOptions baselines = new BaselineOptions();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Suites or plain scripts.")
  List<Path> files = new ArrayList<>();

  LuaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    return new Measuring(
            terminal, options, MeasuringKind.of("lua", "luaj", "luajc").with(baselines))
        .run(List.of(Language.LUA), files);
  }
}
