package org.bindbench.report;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.leak.LeakAlarm;
import org.bindbench.report.comparison.ComparisonAnnotations;
import org.bindbench.report.layout.SafeText;

/**
 * Workflow commands of GitHub, one a line, which annotate a run where a step prints them: an error
 * for what fails it, a warning for what nearly does.
 */
@AutoService(ReportFormat.class)
public final class Annotations implements ReportFormat {
  /** Name of the file. */
  public static final String FILE = "annotations.txt";

  /** The kinds of annotations. */
  public enum Kind {
    ERROR,
    WARNING,
    NOTICE
  }

  @Override
  public String id() {
    return "annotations";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    List<String> lines = new ArrayList<>();
    for (CaseResult row : analysis.results())
      if (ExitCode.isError(row))
        lines.add(
            line(
                Kind.ERROR,
                row.title(),
                row.status() + ": " + row.reason() + place(row.location())));
    for (RangeCheck check : analysis.checks())
      if (!check.isWithin() && check.grade() != RangeCheck.Grade.UNAVAILABLE)
        lines.add(
            line(
                check.fails() ? Kind.ERROR : Kind.WARNING,
                check.subject(),
                check.metric().id() + " " + check.figure() + ", expected " + check.expected()));
    for (LeakAlarm alarm : LeakAlarm.of(analysis))
      lines.add(
          line(
              alarm.fails() ? Kind.ERROR : Kind.WARNING,
              alarm.title(),
              alarm.severity().title() + " leak: " + alarm.sentence()));
    analysis.baseline().ifPresent(run -> lines.addAll(ComparisonAnnotations.lines(run)));
    return Map.of(FILE, file(lines));
  }

  /** The file of such lines. */
  public static byte[] file(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One annotation; neither text can end it, or begin another. */
  public static String line(Kind kind, String title, String message) {
    return "::"
        + kind.name().toLowerCase(Locale.ROOT)
        + " title="
        + escaped(title).replace(":", "%3A").replace(",", "%2C")
        + "::"
        + escaped(message);
  }

  private static String place(String location) {
    return location.isEmpty() ? "" : " at " + location;
  }

  private static String escaped(String text) {
    return SafeText.visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
