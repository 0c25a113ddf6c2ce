package org.bindbench.report.junit;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.advice.leak.LeakAlarm;
import org.bindbench.model.TrialRecord;
import org.bindbench.report.Engines;
import org.bindbench.report.ExitCode;
import org.bindbench.report.ReportFormat;

/**
 * A run as JUnit XML: a test case for every row, which an error of it fails, one for every expected
 * range, which fails where the run does by it, and those of the comparison with a baseline. Figures
 * are properties.
 */
@AutoService(ReportFormat.class)
public final class JUnitXml implements ReportFormat {
  @Override
  public String id() {
    return "junit";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    return Map.of(
        "junit.xml",
        JUnitDocument.of(
            "bindbench " + analysis.run().id(), analysis.run().startedAt(), suites(analysis)));
  }

  private static List<TestSuite> suites(RunAnalysis analysis) {
    Engines engines = new Engines(analysis);
    Map<String, List<CaseResult>> rows =
        analysis.results().stream()
            .collect(
                Collectors.groupingBy(
                    row -> engines.language(row).id() + "." + row.id().suite(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<TestSuite> suites = new ArrayList<>();
    rows.forEach((name, ofSuite) -> suites.add(suite(name, ofSuite, analysis)));
    analysis.baseline().ifPresent(run -> suites.addAll(JUnitComparison.suites(run)));
    return suites;
  }

  private static TestSuite suite(String name, List<CaseResult> rows, RunAnalysis analysis) {
    List<TestCase> cases = new ArrayList<>();
    Map<String, String> properties = new LinkedHashMap<>();
    for (CaseResult row : rows) {
      cases.add(new TestCase(name, title(row), seconds(row), outcome(row)));
      for (LeakAlarm alarm : LeakAlarm.of(analysis))
        if (alarm.title().equals(row.title())) cases.add(leak(name, row, alarm));
      for (Summary summary : row.summaries())
        properties.put(title(row) + " · " + summary.metric().id(), figure(summary));
      for (RangeCheck check : analysis.checks())
        if (check.subject().equals(row.title())) cases.add(check(name, row, check));
    }
    return new TestSuite(name, properties, cases);
  }

  private static String title(CaseResult row) {
    return row.id().shortName() + " · " + row.column();
  }

  private static double seconds(CaseResult row) {
    return row.trials().stream().mapToLong(TrialRecord::wallNanos).sum() / 1e9;
  }

  private static Outcome outcome(CaseResult row) {
    if (ExitCode.isError(row)) return Outcome.error(row.status(), row.reason(), row.location());
    if (row.capability().isPresent())
      return Outcome.passed(
          row.capability().get().verdict().name() + ": " + row.capability().get().saw());
    if (!row.isCompleted())
      return Outcome.skipped(row.status() + (row.reason().isEmpty() ? "" : ": " + row.reason()));
    return Outcome.passed(
        row.caveats().stream()
            .map(caveat -> caveat.word() + reason(caveat))
            .collect(Collectors.joining("\n")));
  }

  private static TestCase leak(String name, CaseResult row, LeakAlarm alarm) {
    Outcome outcome =
        alarm.fails()
            ? Outcome.failure("leak.critical", alarm.sentence(), "")
            : Outcome.passed(alarm.severity().title() + " leak: " + alarm.sentence());
    return new TestCase(name, title(row) + " · leak", 0, outcome);
  }

  private static String reason(Caveat caveat) {
    return caveat.reason().isEmpty() ? "" : ": " + caveat.reason();
  }

  private static TestCase check(String name, CaseResult row, RangeCheck check) {
    String title = title(row) + " · " + check.metric().id() + " " + check.expected();
    String found = check.figure() + ", expected " + check.expected();
    Outcome outcome =
        check.fails()
            ? Outcome.failure("range", found, "")
            : check.grade() == RangeCheck.Grade.UNAVAILABLE
                ? Outcome.skipped(check.missing())
                : Outcome.passed(check.isWithin() ? "" : check.grade() + ": " + found);
    return new TestCase(name, title, 0, outcome);
  }

  private static String figure(Summary summary) {
    String value = number(summary.value()) + " " + summary.metric().unit();
    return summary
        .estimate()
        .map(each -> value + " [" + number(each.low()) + ", " + number(each.high()) + "]")
        .orElse(value)
        .strip();
  }

  private static String number(double value) {
    return Double.toString(value);
  }
}
