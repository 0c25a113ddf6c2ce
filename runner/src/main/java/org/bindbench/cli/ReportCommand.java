package org.bindbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.cli.baseline.BaselineStep;
import org.bindbench.cli.baseline.Place;
import org.bindbench.cli.compare.Reporting;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.config.Settings;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.ReportWriter;
import org.bindbench.wire.StoredComparison;
import org.bindbench.wire.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Write the reports of a run or comparison again from its folder, such as one that was killed:",
      "every trial that had ended is in them."
    })
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "RUN",
      description = "A run's folder, or its name below the folder of all runs.")
  Path named = Path.of("");

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      defaultValue = "both",
      description =
          "Files to write: json, markdown, both (the default), console for none; for other tools"
              + " junit, jmh, pytest-benchmark, gab, bencher, go, prometheus, influx, annotations, alert.")
  List<String> formats = new ArrayList<>();

  @Mixin Place place = new Place();

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = place.settings();
    Path folder = RunFolder.find(named, settings).orElse(named);
    Optional<ComparisonPlan> sides = StoredComparison.find(folder);
    if (sides.isPresent())
      return new Reporting(terminal)
          .again(folder, sides.get(), settings, ReportFormats.named(formats));
    RunAnalysis analysis =
        BaselineStep.compared(
            RunAnalyser.analyse(StoredRun.read(folder), settings.thresholds()), folder, settings);
    List<Path> files = new ReportWriter(folder).write(analysis, ReportFormats.named(formats));
    new ConsoleReport(terminal.style()).write(analysis, files, terminal.out());
    return ExitCode.of(analysis);
  }
}
