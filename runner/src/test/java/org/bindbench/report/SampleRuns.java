package org.bindbench.report;

import static org.bindbench.report.SampleRows.declare;
import static org.bindbench.report.SampleRows.rate;
import static org.bindbench.report.SampleRows.row;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Steadiness;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.Remark;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Severity;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Synthetic runs with one of everything that can happen to a row. */
public final class SampleRuns {
  /** A name that tries everything a report could fall for. */
  public static final String HOSTILE =
      "evil|`<script>alert(1)</script>\n::error::owned\u001b[31m @user \u202edlrow";

  private static final CaseDeclaration BOUND_CREATION =
      declare(
          "lua/bound_objects.lua",
          "bound_object_creation",
          "rate",
          "objects",
          "shapes",
          "How many objects of a Java class does a script create in a second?");
  private static final CaseDeclaration BOUND_CALL =
      declare(
          "lua/bound_objects.lua",
          "bound_method_call",
          "rate",
          "calls",
          "shapes",
          "How many methods of a Java object does a script call in a second?");
  private static final CaseDeclaration OWN_CREATION =
      declare(
          "lua/own_objects.lua",
          "object_creation",
          "rate",
          "objects",
          "",
          "How many objects of its own does the language create in a second?");
  private static final CaseDeclaration SORTING =
      declare("lua/own_objects.lua", "sorting", "rate", "items", "", "");
  private static final CaseDeclaration CONTROL =
      declare("lua/control.lua", "empty_loop", "rate", "iterations", "", "What does a loop cost?");
  private static final CaseDeclaration MEMORY =
      declare(
          "lua/bound_objects.lua",
          "memory_per_bound_object",
          "retained",
          "objects",
          "shapes",
          "How much memory does a kept object cost, and does it come back?");
  private static final CaseDeclaration WEAK =
      declare(
          "lua/bound_objects.lua",
          "weak_references",
          "weakref",
          "objects",
          "shapes",
          "Do weak references notice that their objects are gone?");
  private static final CaseDeclaration SCRIPT =
      declare("python/legacy_memory.py", "legacy_memory", "plain", "", "", "");
  private static final CaseDeclaration EVIL =
      declare("lua/own_objects.lua", HOSTILE, "rate", "items", "", "");

  private SampleRuns() {}

  /** Several engines and styles, and a row for every way a trial can end. */
  public static RunAnalysis rich() {
    List<CaseResult> rows = new ArrayList<>();
    rates(rows);
    trouble(rows);
    memory(rows);
    script(rows);
    return new RunAnalysis(run("all", rows), rows, contrasts(), checks(), headlines(), remarks());
  }

  /** Python alone, one clean row: nothing failed, nothing to advise. */
  public static RunAnalysis clean() {
    CaseResult row =
        row(BOUND_CREATION, Map.of(), "graalpy", BindingStyle.HOST)
            .with(rate("objects/s"), 1.03, 18.1e6, 18.6e6, 19.0e6)
            .steady(Steadiness.FLAT)
            .build();
    Headline headline =
        new Headline(
            Language.PYTHON,
            "graalpy",
            BindingStyle.HOST,
            Map.of("object_creation_rate", 18.6e6),
            Map.of(
                "method_call_rate", "the case was not chosen",
                "memory_efficiency", "the case was not chosen",
                "cleanup_efficiency", "the case was not chosen"));
    return new RunAnalysis(
        run("python", List.of(row)),
        List.of(row),
        List.of(),
        List.of(),
        List.of(headline),
        List.of());
  }

  private static void rates(List<CaseResult> rows) {
    rows.add(
        row(BOUND_CREATION, Map.of(), "graalpy", BindingStyle.HOST)
            .with(rate("objects/s"), 1.034, 18.1e6, 18.6e6, 19.0e6)
            .with(Metrics.ALLOCATED_BYTES, 1.001, 24.02, 24.02, 24.03)
            .with(Metrics.SCALING, 1.01, 1.99, 2.0, 2.02)
            .with(Metrics.CPU_PER_WALL, 1.02, 1.12, 1.08, 1.15)
            .steady(Steadiness.WARM_UP)
            .flag(CaseResult.SHARED_JVM)
            .build());
    rows.add(
        row(BOUND_CREATION, Map.of(), "luaj", BindingStyle.HAND)
            .with(rate("objects/s"), 1.06, 17.9e6, 18.8e6, 19.9e6)
            .with(Metrics.ALLOCATED_BYTES, 1.001, 72.0, 72.0, 72.0)
            .with(Metrics.CPU_PER_WALL, 1.02, 1.01, 1.0, 1.02)
            .steady(Steadiness.FLAT)
            .flag(CaseResult.SHARED_JVM)
            .build());
    rows.add(
        row(BOUND_CREATION, Map.of(), "luaj", BindingStyle.COERCED)
            .with(rate("objects/s"), 1.02, 1.21e6, 1.24e6, 1.26e6)
            .with(Metrics.ALLOCATED_BYTES, 1.001, 525.4, 525.4, 525.4)
            .steady(Steadiness.FLAT)
            .flag(CaseResult.SHARED_JVM)
            .failed(new TrialOutcome.OutOfMemory("heap of 1 GiB was full", "heap"))
            .build());
    rows.add(
        row(BOUND_CREATION, Map.of(), "luajc", BindingStyle.HAND)
            .with(rate("objects/s"), 1.31, 41.0e6, 58.2e6, 80.2e6)
            .with(Metrics.ALLOCATED_BYTES, 1.001, 72.0, 72.0, 72.0)
            .steady(Steadiness.INCONSISTENT)
            .flag(CaseResult.SHARED_JVM)
            .build());
    rows.add(
        row(BOUND_CALL, Map.of(), "graalpy", BindingStyle.HOST)
            .with(rate("calls/s"), 1.9, 2.1e6, 6.7e6, 9.9e6)
            .steady(Steadiness.NO_STEADY_STATE)
            .flag(CaseResult.SHARED_JVM, "unsteady")
            .build());
    rows.add(
        row(BOUND_CALL, Map.of(), "luaj", BindingStyle.HAND)
            .with(rate("calls/s"), 1.04, 58.1e6, 60.2e6, 61.0e6)
            .steady(Steadiness.FLAT)
            .flag(CaseResult.SHARED_JVM)
            .build());
    rows.add(
        row(BOUND_CALL, Map.of(), "luajc", BindingStyle.HAND)
            .with(rate("calls/s"), 1.04, 2.72e9, 2.78e9, 2.81e9)
            .steady(Steadiness.FLAT)
            .flag(CaseResult.SHARED_JVM, CaseResult.INLINED)
            .build());
    rows.add(
        row(CONTROL, Map.of(), "graalpy", BindingStyle.OWN)
            .with(rate("iterations/s"), 1.01, 1.2e9, 1.21e9, 1.22e9)
            .steady(Steadiness.FLAT)
            .flag(CaseResult.INLINED)
            .build());
    rows.add(
        row(CONTROL, Map.of(), "luaj", BindingStyle.OWN)
            .with(rate("iterations/s"), 1.01, 80.0e6, 80.1e6, 80.3e6)
            .steady(Steadiness.FLAT)
            .build());
  }

  private static void trouble(List<CaseResult> rows) {
    rows.add(
        row(OWN_CREATION, Map.of(), "graalpy", BindingStyle.OWN)
            .failed(
                new TrialOutcome.Eliminated(
                    "0.2 bytes were allocated per operation where an object has at least 16",
                    List.of()))
            .build());
    rows.add(
        row(OWN_CREATION, Map.of(), "graalpy-interpreter", BindingStyle.OWN)
            .with(rate("objects/s"), 1.02, 0.87e6, 0.88e6)
            .steady(Steadiness.NOT_ASSESSED)
            .flag(CaseResult.INTERPRETER_ONLY)
            .build());
    rows.add(
        row(OWN_CREATION, Map.of(), "luaj", BindingStyle.OWN)
            .with(rate("objects/s"), 1.05, 9.1e6, 9.4e6, 9.6e6)
            .steady(Steadiness.FLAT)
            .build());
    rows.add(
        row(SORTING, Map.of("size", "256"), "graalpy", BindingStyle.OWN)
            .with(rate("items/s"), 1.05, 30.1e6, 31.4e6, 31.9e6)
            .steady(Steadiness.SLOWDOWN)
            .build());
    rows.add(
        row(SORTING, Map.of("size", "256"), "luaj", BindingStyle.OWN)
            .failed(
                new TrialOutcome.ScriptFailed(
                    "attempt to compare nil with number", "lua/own_objects.lua:41", "stack"))
            .build());
    rows.add(
        row(SORTING, Map.of("size", "256"), "luajc", BindingStyle.OWN)
            .failed(new TrialOutcome.TimedOut("nothing was heard for 60 s", "threads.txt"))
            .build());
    rows.add(
        row(EVIL, Map.of(), "luaj", BindingStyle.OWN)
            .failed(new TrialOutcome.ScriptFailed("error: " + HOSTILE, "lua/x.lua:1", HOSTILE))
            .build());
  }

  private static void memory(List<CaseResult> rows) {
    for (String variant : List.of("class", "tuple")) {
      Map<String, String> params = Map.of("variant", variant);
      double own = variant.equals("class") ? 72.0 : 64.0;
      rows.add(
          row(MEMORY, params, "graalpy", BindingStyle.HOST)
              .with(Metrics.RETAINED_BYTES, 1.0, own, own, own)
              .with(Metrics.CLEANUP_EFFICIENCY, 1.0, 99.98, 99.99, 99.97)
              .with(Metrics.RECOVERY_TIME, 1.2, 41.0, 44.5, 52.0)
              .flag(CaseResult.WITHOUT_JIT)
              .on("graalpy-interpreter")
              .build());
      rows.add(
          row(MEMORY, params, "luaj", BindingStyle.HAND)
              .with(Metrics.RETAINED_BYTES, 1.0, 160.01, 160.01, 160.01)
              .with(Metrics.CLEANUP_EFFICIENCY, 1.0, 100, 100, 100)
              .with(Metrics.RECOVERY_TIME, 1.1, 18.2, 18.9, 20.1)
              .build());
    }
    rows.add(
        row(WEAK, Map.of(), "graalpy", BindingStyle.HOST)
            .with(Metrics.CLEARED_FIRST, 1.0, 100, 100, 100)
            .with(Metrics.CLEAR_TIME, 1.1, 12.1, 12.9, 13.3)
            .with(Metrics.CALLED, 1.0, 100, 100, 100)
            .with(Metrics.CALLBACKS_TIME, 1.1, 82.0, 95.2, 97.0)
            .flag(CaseResult.WITHOUT_JIT)
            .on("graalpy-interpreter")
            .build());
    rows.add(
        row(WEAK, Map.of(), "luaj", BindingStyle.HAND)
            .with(Metrics.CLEARED_FIRST, 1.0, 99.2, 98.7, 99.9)
            .with(Metrics.CLEAR_TIME, 1.1, 30.5, 31.0, 31.2)
            .without(Metrics.CALLED, "unsupported: Lua's weak tables have no callbacks")
            .without(Metrics.CALLBACKS_TIME, "unsupported: Lua's weak tables have no callbacks")
            .build());
    rows.add(
        row(WEAK, Map.of(), "luajc", BindingStyle.HAND)
            .failed(new TrialOutcome.Unsupported("the library shapes has no binding here"))
            .build());
  }

  private static void script(List<CaseResult> rows) {
    rows.add(
        row(SCRIPT, Map.of(), "graalpy", BindingStyle.OWN)
            .with(Metrics.EXIT_STATUS, 1, 0)
            .with(Metrics.WALL_TIME, 1, 4212)
            .with(Metrics.CPU_TIME, 1, 6900)
            .with(Metrics.LIVE_BEFORE, 1, 12_400_000)
            .with(Metrics.LIVE_COLLECTED, 1, 13_900_000)
            .with(reported("objects_per_second", "objects/s"), 1, 812_345)
            .with(reported("Memory is given back", "verdict"), 1, 1)
            .with(reported("Cleanup is slow", "verdict"), 1, 0.5)
            .build());
    rows.add(
        row(SCRIPT, Map.of(), "graalpy-interpreter", BindingStyle.OWN)
            .with(Metrics.EXIT_STATUS, 1, 0)
            .with(Metrics.WALL_TIME, 1, 9800)
            .with(reported("objects_per_second", "objects/s"), 1, 30_100)
            .with(reported("Memory is given back", "verdict"), 1, 0)
            .flag(CaseResult.INTERPRETER_ONLY)
            .build());
  }

  private static Metric reported(String id, String unit) {
    return Metrics.reported(id, unit, Direction.HIGHER_IS_BETTER);
  }

  private static List<Contrast> contrasts() {
    CaseId creation = id(BOUND_CREATION, Map.of());
    CaseId call = id(BOUND_CALL, Map.of());
    CaseId memory = id(MEMORY, Map.of("variant", "class"));
    Metric objects = rate("objects/s");
    Contrast.Side luajc = side("luajc", BindingStyle.HAND, Steadiness.INCONSISTENT);
    Contrast.Side luaj = side("luaj", BindingStyle.HAND, Steadiness.FLAT);
    Contrast.Side coerced = side("luaj", BindingStyle.COERCED, Steadiness.FLAT);
    Contrast.Side inlined = side("luajc", BindingStyle.HAND, Steadiness.FLAT);
    Contrast.Side unsteady = side("graalpy", BindingStyle.HOST, Steadiness.NO_STEADY_STATE);
    Contrast.Side python = side("graalpy", BindingStyle.HOST, Steadiness.NOT_ASSESSED);
    Contrast.Side lua = side("luaj", BindingStyle.HAND, Steadiness.NOT_ASSESSED);
    String isInlined = "luajc (hand binding) is inlined";
    return List.of(
        open(creation, objects, luajc, luaj, ratio(3.1, 0.98, 9.8), Contrast.INCLUDES_1),
        won(creation, objects, luajc, coerced, ratio(46.9, 31.0, 71.1)),
        open(call, rate("calls/s"), inlined, luaj, ratio(46.2, 44.0, 48.5), isInlined),
        open(call, rate("calls/s"), inlined, unsteady, ratio(415, 220, 788), isInlined),
        won(memory, Metrics.RETAINED_BYTES, python, lua, ratio(2.222, 2.222, 2.222)),
        open(memory, Metrics.CLEANUP_EFFICIENCY, lua, python, ratio(1, 1, 1), Contrast.EQUAL));
  }

  private static Contrast.Side side(String engine, BindingStyle style, Steadiness steadiness) {
    return new Contrast.Side(new Column(engine, style), steadiness);
  }

  private static Estimate ratio(double value, double low, double high) {
    return new Estimate(value, low, high, 0.95);
  }

  private static Contrast won(
      CaseId id, Metric metric, Contrast.Side winner, Contrast.Side loser, Estimate ratio) {
    return new Contrast(id, metric, winner, loser, ratio, true, "");
  }

  private static Contrast open(
      CaseId id,
      Metric metric,
      Contrast.Side winner,
      Contrast.Side loser,
      Estimate ratio,
      String reason) {
    return new Contrast(id, metric, winner, loser, ratio, false, reason);
  }

  private static List<RangeCheck> checks() {
    Metric objects = rate("objects/s");
    Metric calls = rate("calls/s");
    Column python = new Column("graalpy", BindingStyle.HOST);
    Column lua = new Column("luaj", BindingStyle.HAND);
    Column coerced = new Column("luaj", BindingStyle.COERCED);
    Column luajc = new Column("luajc", BindingStyle.HAND);
    return List.of(
        check(BOUND_CREATION, python, objects, "≥ 50 objects/s", 18.6e6, Grade.GOOD),
        check(BOUND_CREATION, lua, objects, "≥ 50 objects/s", 18.8e6, Grade.GOOD),
        check(BOUND_CREATION, coerced, objects, "≥ 50 objects/s", 1.24e6, Grade.GOOD),
        check(BOUND_CALL, python, calls, "≥ 1,000 calls/s", 6.7e6, Grade.DOUBTFUL),
        check(BOUND_CALL, lua, calls, "≥ 1,000 calls/s", 60.2e6, Grade.GOOD),
        check(MEMORY, python, Metrics.RETAINED_BYTES, "< 100 bytes/object", 72, Grade.GOOD),
        check(MEMORY, lua, Metrics.RETAINED_BYTES, "< 100 bytes/object", 160, Grade.BAD),
        check(MEMORY, coerced, Metrics.RETAINED_BYTES, "< 100 bytes/object", 99, Grade.DOUBTFUL),
        new RangeCheck(
            id(WEAK, Map.of()),
            luajc,
            Metrics.CLEARED_FIRST,
            "≥ 80 %",
            "default",
            Double.NaN,
            "the library shapes has no binding here",
            Grade.UNAVAILABLE,
            false));
  }

  private static RangeCheck check(
      CaseDeclaration declaration,
      Column column,
      Metric metric,
      String expected,
      double value,
      Grade grade) {
    String origin = metric.equals(Metrics.RETAINED_BYTES) ? "bindbench.yaml:7" : "default";
    return new RangeCheck(
        id(declaration, Map.of()), column, metric, expected, origin, value, "", grade, false);
  }

  private static List<Headline> headlines() {
    return List.of(
        new Headline(
            Language.PYTHON,
            "graalpy",
            BindingStyle.HOST,
            Map.of(
                "object_creation_rate", 18.6e6,
                "memory_efficiency", 72.0,
                "cleanup_efficiency", 99.98),
            Map.of("method_call_rate", "bound_objects.bound_method_call is unsteady")),
        new Headline(
            Language.LUA,
            "luaj",
            BindingStyle.HAND,
            Map.of(
                "object_creation_rate", 18.8e6,
                "method_call_rate", 60.2e6,
                "memory_efficiency", 160.01,
                "cleanup_efficiency", 100.0),
            Map.of()));
  }

  private static List<Remark> remarks() {
    return List.of(
        new Remark(Severity.NOTE, "machine", "2 cores are shared with the compiler's threads", ""),
        new Remark(
            Severity.WARNING,
            "bound_objects.bound_method_call · graalpy, host object",
            "the last segments still change, between 2.10 M and 9.90 M calls/s",
            "Run it at the comprehensive level, where it warms up for longer and alone."),
        new Remark(
            Severity.WARNING,
            "steadiness",
            List.of(
                "bound_objects.bound_object_creation · luajc, hand binding",
                "bound_objects.bound_method_call · graalpy, host object"),
            "forks disagree (with their CV): bound_object_creation on luajc (hand binding) 33 %",
            "a longer warm-up may settle these rows"),
        new Remark(
            Severity.ERROR,
            "without figures",
            List.of("own_objects." + HOSTILE + " · luaj"),
            "script failed: own_objects." + HOSTILE + " on luaj",
            ""));
  }

  private static RunRecord run(String what, List<CaseResult> rows) {
    Effort effort =
        new Effort(
            3,
            true,
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            Duration.ofMillis(500),
            Duration.ofMillis(120),
            4,
            300_000,
            100_000,
            Duration.ofSeconds(60));
    List<TrialRecord> trials = rows.stream().flatMap(row -> row.trials().stream()).toList();
    Plan plan =
        new Plan(
            "quick",
            List.of(what, "--level", "quick"),
            List.of(),
            Map.of(
                "graalpy", effort, "graalpy-interpreter", effort, "luaj", effort, "luajc", effort),
            42,
            trials.size(),
            Duration.ofSeconds(95),
            List.of());
    JvmFacts jvm = new JvmFacts(Path.of("/opt/jdk-25"), "25.0.3", "Temurin", "HotSpot");
    Environment environment =
        new Environment(
            "Linux 6.8",
            "amd64",
            "Example CPU 3.1 GHz",
            2,
            8L << 30,
            4L << 30,
            0.42,
            List.of(jvm),
            "Temurin 17.0.15",
            List.of(
                new EngineProfile("graalpy", Language.PYTHON, "25.0.3", "JIT"),
                new EngineProfile("graalpy-interpreter", Language.PYTHON, "25.0.3", "interpreter"),
                new EngineProfile("luaj", Language.LUA, "3.0.1", "interpreter"),
                new EngineProfile("luajc", Language.LUA, "3.0.1", "JVM bytecode")),
            "0.1.0");
    return new RunRecord(
        "20260504T101500Z-" + what + "-quick",
        Instant.parse("2026-05-04T10:15:00Z"),
        Duration.ofSeconds(103),
        environment,
        plan,
        trials);
  }

  private static CaseId id(CaseDeclaration declaration, Map<String, String> params) {
    return new CaseId(declaration.suite(), declaration.name(), params);
  }
}
