package org.bindbench.report.comparison;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.TwoStage;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.FinishedRuns;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.SampleRuns;

/** Comparisons with one of every verdict, judged by the real judge. */
public final class SampleComparisons {
  private static final Column HAND = new Column("luaj", BindingStyle.HAND);
  private static final Column COERCED = new Column("luaj", BindingStyle.COERCED);
  private static final Metric RATE = Metrics.rate("objects");

  private final Map<Subject, Sides> stageOne = new LinkedHashMap<>();
  private final Map<Subject, Sides> stageTwo = new LinkedHashMap<>();
  private final Map<Subject, List<String>> words = new LinkedHashMap<>();
  private final List<Comparison> barred = new ArrayList<>();

  private SampleComparisons() {}

  /** Two suites, one of every verdict; the worsening fails. */
  public static ComparedRun rich() {
    SampleComparisons sample = new SampleComparisons();
    sample.row("creation", HAND, RATE, 1e6, 1e6, 0.01);
    sample.row("slower", HAND, RATE, 3e6, 1e6, 0.01, "shared JVM", "head forks disagree");
    sample.row("faster", HAND, RATE, 1e6, 1.4e6, 0.01);
    sample.row("noisy", HAND, RATE, 1e6, 1.02e6, 0.2, "unsteady");
    sample.row("memory", HAND, Metrics.RETAINED_BYTES, 72, 96, 0);
    Subject flagged = sample.row("flagged", HAND, RATE, 2e6, 1e6, 0.01);
    sample.stageTwo.remove(flagged);
    sample.bar("gone", "the head has no such case in Lua");
    sample.bar(SampleRuns.HOSTILE, "head: script failed: " + SampleRuns.HOSTILE);
    return sample.run(true, FailOn.GATES);
  }

  /** The same code against itself. */
  public static ComparedRun clean() {
    SampleComparisons sample = new SampleComparisons();
    sample.row("creation", HAND, RATE, 1e6, 1e6, 0.01);
    return sample.run(true, FailOn.GATES);
  }

  /** So many rows that all of them are too long for a comment. */
  public static ComparedRun large(int rows) {
    SampleComparisons sample = new SampleComparisons();
    for (int i = 0; i < rows; i++)
      sample.row("a_case_with_a_rather_long_name_number_" + i, HAND, RATE, 1e6, 1e6, 0.01);
    return sample.run(true, FailOn.NEVER);
  }

  /** So many rows that cannot be compared, each for a long reason of its own. */
  public static ComparedRun broken(int rows) {
    SampleComparisons sample = new SampleComparisons();
    for (int i = 0; i < rows; i++)
      sample.bar("broken_" + i, "head: script failed: " + i + " is wrong. ".repeat(500));
    return sample.run(true, FailOn.NEVER);
  }

  /** Two finished runs, of which one is worse. */
  public static ComparedRun stored() {
    SampleComparisons sample = new SampleComparisons();
    sample.row("slower", HAND, RATE, 2e6, 1e6, 0.01);
    sample.row("creation", HAND, RATE, 1e6, 1e6, 0.01);
    return sample.run(false, FailOn.NEVER);
  }

  /** A run against its baseline: one row critical, one gone, one of other circumstances. */
  public static ComparedRun baseline() {
    SampleComparisons sample = new SampleComparisons();
    sample.row("slower", HAND, RATE, 3e6, 1e6, 0.01);
    sample.row("creation", HAND, RATE, 1e6, 1e6, 0.01);
    sample.row("noisy", HAND, RATE, 1e6, 1.02e6, 0.2, "unsteady");
    sample.bar("gone", "the head has no such case in Lua");
    sample.bar("elsewhere", "the runs differ in CPU: A / B");
    return sample.run(false, FailOn.GATES);
  }

  private Subject row(
      String name,
      Column column,
      Metric metric,
      double base,
      double head,
      double spread,
      String... beside) {
    Column against = name.equals("faster") ? COERCED : column;
    Subject subject = new Subject(new CaseId("suite", name, Map.of()), column, against, metric);
    stageOne.put(subject, new Sides(around(base, spread, 0), around(head, spread, 1)));
    stageTwo.put(subject, new Sides(around(base, spread, 2), around(head, spread, 3)));
    words.put(subject, List.of(beside));
    return subject;
  }

  private void bar(String name, String reason) {
    Subject subject = new Subject(new CaseId("suite", name, Map.of()), HAND, HAND, RATE);
    barred.add(Comparison.notComparable(subject, reason, List.of()));
  }

  private static List<Double> around(double level, double spread, int shift) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 8; i++) values.add(level * (1 + spread * ((i + shift) % 4 - 1.5)));
    return values;
  }

  private ComparedRun run(boolean interleaved, FailOn failOn) {
    List<Comparison> judged =
        interleaved
            ? TwoStage.judge(
                stageOne,
                stageTwo,
                subject -> Gates.of(subject.metric()),
                subject -> words.getOrDefault(subject, List.of()),
                Optional.empty())
            : TwoStage.judgeOnce(
                stageOne,
                subject -> Gates.of(subject.metric()),
                subject -> List.of(),
                Optional.empty());
    var flagged = TwoStage.flagged(stageOne, subject -> Gates.of(subject.metric()));
    List<ComparedRow> rows = new ArrayList<>();
    for (Comparison comparison : judged) {
      Subject subject = comparison.subject();
      rows.add(
          new ComparedRow(
              comparison,
              Gates.of(subject.metric()),
              Optional.ofNullable(stageOne.get(subject)),
              Optional.ofNullable(stageTwo.get(subject))
                  .filter(any -> interleaved && flagged.contains(subject))));
    }
    for (Comparison comparison : barred)
      rows.add(
          new ComparedRow(
              comparison, Gates.TIME, Optional.empty(), Optional.empty(), standing(comparison)));
    return new ComparedRun(
        "20261122T193400.000Z-compare-quick",
        Instant.parse("2026-11-22T19:34:00Z"),
        interleaved ? Duration.ofSeconds(167) : Duration.ZERO,
        environment(),
        new Plan(
            "quick",
            List.of("compare", "--base", "old", "--head", "new"),
            List.of("base", "head"),
            Map.of(),
            42,
            96,
            Duration.ofSeconds(160),
            List.of()),
        interleaved
            ? new ComparisonPlan(
                List.of("suites old"),
                List.of("suites new"),
                List.of("JVM Temurin 25.0.3", "collector parallel"),
                true,
                8,
                List.of(),
                List.of(),
                failOn.title())
            : new ComparisonPlan(
                List.of("run 20261121T080000.000Z-lua-quick", "lua"),
                List.of("run 20261122T080000.000Z-lua-quick", "lua")),
        interleaved,
        rows,
        interleaved ? 48 : 0,
        ComparedRun.held(GateRules.USUAL.on(failOn), rows, 0, List.of()),
        0,
        interleaved ? List.of() : List.of(FinishedRuns.DRIFT));
  }

  private static Standing standing(Comparison comparison) {
    if (comparison.reason().contains("differ in")) return Standing.UNLIKE;
    return comparison.reason().contains("no such case") ? Standing.GONE : Standing.ERRORED;
  }

  private static Environment environment() {
    return new Environment(
        "Debian GNU/Linux 12 (bookworm)",
        "amd64",
        "AMD EPYC",
        2,
        25_232_932_864L,
        -1,
        0.25,
        List.of(new JvmFacts(Path.of("/jdk"), "25.0.3", "Temurin", "HotSpot")),
        "Debian 17.0.15",
        List.of(new EngineProfile("luaj", Language.LUA, "3.0.1", "interpreter")),
        "0.1.0");
  }
}
