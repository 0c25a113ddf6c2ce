package org.bindbench.report.export;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.Annotations;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.comparison.ComparisonAnnotations;
import org.bindbench.report.comparison.ComparisonMarkdown;
import org.bindbench.report.junit.JUnitComparison;

/** The files of a comparison, by the words for {@code --format}. */
public final class ComparisonFiles {
  private ComparisonFiles() {}

  /**
   * The contents by file name. A format that has no form for comparisons is passed over.
   *
   * @param formats those asked for
   */
  public static Map<String, byte[]> of(ComparedRun run, List<ReportFormat> formats) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ReportFormat format : formats) {
      if (format.id().equals("json"))
        files.put(ComparisonJson.FILE, new ComparisonJson().write(run));
      if (format.id().equals("markdown"))
        files.put(
            ComparisonMarkdown.FILE,
            new ComparisonMarkdown().text(run).getBytes(StandardCharsets.UTF_8));
      if (format.id().equals("junit")) files.put(JUnitComparison.FILE, JUnitComparison.of(run));
      if (format.id().equals("annotations"))
        files.put(Annotations.FILE, ComparisonAnnotations.of(run));
      if (format.id().equals("alert")) files.put(AlertJson.FILE, AlertJson.of(run));
    }
    return files;
  }
}
