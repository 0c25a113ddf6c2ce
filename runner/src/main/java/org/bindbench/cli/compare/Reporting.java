package org.bindbench.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.cli.Terminal;
import org.bindbench.config.Settings;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportWriter;
import org.bindbench.report.comparison.ComparisonConsole;
import org.bindbench.report.comparison.ComparisonExit;
import org.bindbench.report.export.ComparisonFiles;
import org.bindbench.wire.StoredRun;

/** Writes the reports of a comparison and prints it. */
public record Reporting(Terminal terminal) {
  /**
   * Writes the reports of a comparison again from its folder, whether or not it was finished.
   *
   * @return the exit code
   */
  public int again(
      Path folder, ComparisonPlan sides, Settings settings, List<ReportFormat> formats) {
    ComparedRun compared = new Judgement(StoredRun.read(folder), sides, settings).compared();
    return report(compared, formats, List.of(folder));
  }

  /**
   * Writes into each folder, the last of which is named on the screen; where a file cannot be
   * written, the results are on the screen at least.
   *
   * @return the exit code
   */
  int report(ComparedRun compared, List<ReportFormat> formats, List<Path> folders) {
    List<Path> files = new ArrayList<>();
    try {
      Map<String, byte[]> contents = ComparisonFiles.of(compared, formats);
      for (Path folder : folders) {
        files.clear();
        files.addAll(new ReportWriter(folder).write(contents));
      }
    } finally {
      ComparisonFiles.missing(formats).ifPresent(terminal::say);
      terminal.out().print(new ComparisonConsole(terminal.style()).text(compared, files));
      terminal.out().flush();
    }
    return ComparisonExit.of(compared);
  }
}
