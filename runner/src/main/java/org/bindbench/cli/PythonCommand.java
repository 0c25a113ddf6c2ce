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
    name = "python",
    mixinStandardHelpOptions = true,
    description = {
      "Measure Python: the bundled suites, or the given files.",
      "A file that declares no case is run as it is, in the embedded engine (GraalPy)."
    })
final class PythonCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin MeasureOptions options = new MeasureOptions();

  @Mixin BaselineOptions baselines = new BaselineOptions();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Suites or plain scripts.")
  List<Path> files = new ArrayList<>();

  PythonCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    return new Measuring(terminal, options, MeasuringKind.of("python", "graalpy").with(baselines))
        .run(List.of(Language.PYTHON), files);
  }
}
