package org.bindbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Thresholds;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.ExitCode;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.ReportWriter;
import org.bindbench.wire.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Write the reports of a run again from its folder, such as those of a run that was killed:",
      "every trial that had ended is in them."
    })
final class ReportCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "RUNFOLDER", description = "A folder below reports/runs.")
  Path folder = Path.of("");

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      defaultValue = "both",
      description = "json, markdown or both; default: both.")
  List<String> formats = new ArrayList<>();

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    RunAnalysis analysis = RunAnalyser.analyse(StoredRun.read(folder), Thresholds.published());
    List<Path> files = new ReportWriter(folder).write(analysis, ReportFormats.named(formats));
    new ConsoleReport(terminal.style()).write(analysis, files, terminal.out());
    return ExitCode.of(analysis);
  }
}
