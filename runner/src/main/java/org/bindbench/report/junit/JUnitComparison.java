package org.bindbench.report.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.GateResult;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.comparison.Side;
import org.bindbench.report.comparison.GateWords;
import org.bindbench.report.comparison.Wording;

/**
 * A comparison as JUnit XML: a test case for every metric of a case. One that fails the comparison
 * is a failure of type {@code regression.} and its magnitude; what the data do not tell is skipped
 * and says what could have been seen.
 */
public final class JUnitComparison {
  /** Name of the file. */
  public static final String FILE = "junit.xml";

  private JUnitComparison() {}

  /** The whole file. */
  public static byte[] of(ComparedRun run) {
    return JUnitDocument.of("bindbench " + run.id(), run.startedAt(), suites(run));
  }

  static List<TestSuite> suites(ComparedRun run) {
    Map<String, List<ComparedRow>> rows =
        run.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> className(run, row), LinkedHashMap::new, Collectors.toList()));
    List<TestSuite> suites = new ArrayList<>();
    rows.forEach((name, ofSuite) -> suites.add(suite(run, name, ofSuite)));
    suites.add(gates(run.gates()));
    if (run.errors() > 0)
      suites.add(
          new TestSuite(
              "trials",
              Map.of(),
              List.of(
                  new TestCase(
                      "trials",
                      "every trial ends without an error",
                      0,
                      Outcome.error("trial", "trials that failed: " + run.errors(), "")))));
    return suites;
  }

  private static TestSuite gates(GateReport report) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (GateResult result : report.results())
      if (!GateWords.seen(result).isEmpty())
        properties.put(
            GateWords.rule(result, report.rules()) + " · could have seen", GateWords.seen(result));
    return new TestSuite(
        "gates",
        properties,
        report.results().stream()
            .map(
                result ->
                    new TestCase(
                        "gates",
                        GateWords.rule(result, report.rules()),
                        0,
                        result.failed()
                            ? Outcome.failure(
                                "gate",
                                GateWords.failure(result, report.rules()),
                                String.join("\n", GateWords.behind(result)))
                            : gate(report, result)))
            .toList());
  }

  /** A gate that failed nothing; where nothing could be judged that is no pass. */
  private static Outcome gate(GateReport report, GateResult result) {
    String text = result.status().title() + ": " + GateWords.value(result);
    return report.outcome() == GateReport.Outcome.NOT_JUDGED
        ? Outcome.skipped("not judged, which is no pass: " + report.obstacle())
        : Outcome.passed(text);
  }

  private static String className(ComparedRun run, ComparedRow row) {
    Subject subject = row.comparison().subject();
    return run.environment().engines().stream()
        .filter(profile -> profile.id().equals(subject.head().engine()))
        .findFirst()
        .map(EngineProfile::language)
        .map(language -> language.id() + "." + subject.id().suite())
        .orElse(subject.id().suite());
  }

  private static TestSuite suite(ComparedRun run, String name, List<ComparedRow> rows) {
    Map<String, String> properties = new LinkedHashMap<>();
    List<TestCase> cases = new ArrayList<>();
    for (ComparedRow row : rows) {
      String title = title(row.comparison().subject());
      cases.add(new TestCase(name, title, 0, outcome(run, row)));
      for (Side side : Side.values())
        if (!Wording.figure(row, side).isEmpty())
          properties.put(title + " · " + side.id(), figure(row, side));
      String change = Wording.change(row.comparison());
      if (!change.isEmpty()) properties.put(title + " · change", change);
    }
    return new TestSuite(name, properties, cases);
  }

  private static String figure(ComparedRow row, Side side) {
    return Wording.figure(row, side) + " " + row.comparison().subject().metric().unit();
  }

  private static String title(Subject subject) {
    return subject.id().shortName() + Wording.columns(subject) + " · " + subject.metric().id();
  }

  private static Outcome outcome(ComparedRun run, ComparedRow row) {
    Comparison comparison = row.comparison();
    String verdict = Wording.verdict(comparison) + " " + Wording.change(comparison);
    if (row.standing() == Standing.ERRORED)
      return Outcome.error("head", verdict.strip(), comparison.reason());
    if (run.isFailure(row))
      return Outcome.failure(
          comparison
              .magnitude()
              .map(magnitude -> "regression." + magnitude.title())
              .orElse(comparison.verdict().title()),
          verdict.strip(),
          comparison.reason());
    if (comparison.verdict() == Verdict.INCONCLUSIVE
        || comparison.verdict() == Verdict.NOT_COMPARABLE)
      return Outcome.skipped(
          comparison.verdict().title()
              + ": "
              + comparison.reason()
              + (Wording.detectable(comparison).isEmpty()
                  ? ""
                  : ";" + Wording.detectable(comparison)));
    return Outcome.passed(verdict.strip());
  }
}
