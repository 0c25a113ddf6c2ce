package org.bindbench.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bindbench.model.BindingStyle.COERCED;
import static org.bindbench.model.BindingStyle.HAND;
import static org.bindbench.model.BindingStyle.HOST;
import static org.bindbench.model.BindingStyle.OWN;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Steadiness;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.Trials;
import org.bindbench.config.Settings;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Language;
import org.bindbench.model.Remark;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Severity;
import org.bindbench.model.Threshold;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialOutcome.Crashed;
import org.bindbench.model.TrialOutcome.ScriptFailed;
import org.bindbench.model.TrialOutcome.TimedOut;
import org.bindbench.model.TrialOutcome.Unsupported;
import org.bindbench.model.TrialOutcome.WrongAnswer;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunAnalyserTest {
  private static final Metric CALLS = Metrics.rate("calls");

  @Nested
  class Rows {
    @Test
    void standInTheOrderOfTheSuiteWhateverTheOrderTheyRanIn() {
      CaseDeclaration first = Trials.declaration(Path.of("a.py"), 10, "z", "rate", "calls");
      CaseDeclaration second = Trials.declaration(Path.of("a.py"), 20, "y", "rate", "calls");
      CaseDeclaration firstInLua = Trials.declaration(Path.of("a.lua"), 99, "z", "rate", "calls");

      RunAnalysis run =
          analyse(
              Trials.forks(second, "graalpy", OWN, CALLS, 5),
              Trials.forks(firstInLua, "luaj", COERCED, CALLS, 5),
              Trials.forks(firstInLua, "luaj", HAND, CALLS, 5),
              Trials.forks(first, "graalpy", HOST, CALLS, 5));

      assertThat(run.results())
          .map(CaseResult::title)
          .containsExactly(
              "a.z · graalpy, host object",
              "a.z · luaj, hand binding",
              "a.z · luaj, coercion",
              "a.y · graalpy");
    }

    @Test
    void summariseTheForksInTheirOrderAndLeaveTheAnswerOut() {
      TrialRecord second = fork(2, measured(20, 7));
      TrialRecord first = fork(1, measured(10, 7));

      CaseResult row = only(analyse(List.of(second, first)));

      assertThat(row.status()).isEqualTo("COMPLETED");
      assertThat(row.summaries()).hasSize(1);
      assertThat(rate(row).forkValues()).containsExactly(10.0, 20.0);
      assertThat(row.reason()).isEmpty();
      assertThat(row.steadiness()).isEqualTo(Steadiness.FLAT);
      assertThat(row.flags()).isEmpty();
    }

    @Test
    void keepTheirFiguresWhereSomeForksFailedAndSayWhich() {
      CaseResult row =
          only(
              analyse(
                  List.of(
                      fork(1, measured(10, 7)),
                      fork(2, new TimedOut("silent for 60 s", "")),
                      fork(3, new ScriptFailed("no such name", "a.lua:3", "")))));

      assertThat(row.status()).isEqualTo("COMPLETED");
      assertThat(row.reason())
          .isEqualTo("fork 2 TIMED_OUT: silent for 60 s; fork 3 SCRIPT_FAILED: no such name");
      assertThat(row.location()).isEqualTo("a.lua:3");
      assertThat(row.flags()).containsExactly("2 of 3 forks failed");
    }

    @Test
    void withoutFiguresHaveTheStatusAndReasonOfTheFirstForkThatFailed() {
      CaseResult row =
          only(
              analyse(
                  List.of(
                      fork(2, new Unsupported("no such hook")),
                      fork(1, new Unsupported("no such hook")))));

      assertThat(row.status()).isEqualTo("UNSUPPORTED");
      assertThat(row.reason()).isEqualTo("no such hook");
      assertThat(row.isCompleted()).isFalse();
      assertThat(row.flags()).isEmpty();
    }

    @Test
    void withAnotherAnswerThanTheMajorityLoseTheirFigures() {
      CaseDeclaration declaration = Trials.declaration("luaj", "method_call", "rate", "calls");
      RunAnalysis run =
          analyse(
              List.of(Trials.trial(declaration, "graalpy", HOST, 1, measured(10, 500))),
              List.of(Trials.trial(declaration, "luaj", HAND, 1, measured(10, 500))),
              List.of(Trials.trial(declaration, "luajc", HAND, 1, measured(10, 499))));

      assertThat(run.results())
          .map(CaseResult::status)
          .containsExactly("COMPLETED", "COMPLETED", "WRONG_ANSWER");
      assertThat(run.run().trials().get(2).outcome()).isInstanceOf(WrongAnswer.class);
    }

    @Test
    void sayHowManyForksLackAMetricThatOthersHave() {
      CaseDeclaration weak = Trials.declaration("luaj", "weak", "weakref", "objects");
      Absent late = new Absent(Metrics.CLEAR_TIME, "not all cleared after 5 s");
      CaseResult row =
          only(
              analyse(
                  List.of(
                      Trials.trial(
                          weak, "luaj", OWN, 1, Trials.completed(List.of(), List.of(late))),
                      Trials.trial(
                          weak,
                          "luaj",
                          OWN,
                          2,
                          Trials.completed(new Measure(Metrics.CLEAR_TIME, 9))))));

      assertThat(row.absent())
          .containsExactly(
              new Absent(Metrics.CLEAR_TIME, "1 of 2 forks: not all cleared after 5 s"));
      assertThat(row.steadiness()).isEqualTo(Steadiness.NOT_ASSESSED);
      assertThat(row.flags()).isEmpty();
    }
  }

  @Nested
  class Flags {
    @Test
    void inlinedStandsWhereAnyForkTookLessThanANanosecond() {
      assertThat(only(analyse(calls("luaj", OWN, 1e9, 1.01e9))).flags())
          .containsExactly(CaseResult.INLINED);
      assertThat(only(analyse(calls("luaj", OWN, 0.99e9, 1e9))).flags()).isEmpty();
    }

    @Test
    void theWordForTheSteadinessStandsWhereATimedRowIsNotSteady() {
      Completed stepped =
          new Completed(List.of(new Measure(CALLS, 10)), List.of(), Trials.samples(120, 50, 80));
      Completed brief =
          new Completed(List.of(new Measure(CALLS, 10)), List.of(), Trials.samples(60, 50, 50));

      assertThat(only(analyse(List.of(fork(1, stepped)))).flags()).containsExactly("unsteady");
      assertThat(only(analyse(List.of(fork(1, stepped), fork(2, measured(10, 7))))).flags())
          .containsExactly("forks disagree");
      assertThat(only(analyse(List.of(fork(1, brief)))).flags()).containsExactly("not assessed");
    }

    @Test
    void pythonTimesWithoutJitAreInterpreterOnlyAndItsBytesWithoutTheJit() {
      CaseDeclaration timed = Trials.declaration("graalpy", "method_call", "rate", "calls");
      CaseDeclaration untimed = Trials.declaration("graalpy", "memory", "retained", "objects");
      RunAnalysis run =
          analyse(
              List.of(
                  Trials.trial(
                      timed,
                      "graalpy",
                      HOST,
                      1,
                      measured(10, 7),
                      Trials.worker("graalpy", false, "rotation"))),
              List.of(
                  Trials.trial(
                      untimed,
                      "graalpy",
                      HOST,
                      1,
                      Trials.completed(new Measure(Metrics.RETAINED_BYTES, 72)),
                      Trials.worker("graalpy-interpreter", false, "sequence"))));

      assertThat(row(run, "method_call").flags())
          .containsExactly(CaseResult.INTERPRETER_ONLY, CaseResult.SHARED_JVM);
      assertThat(row(run, "memory").flags()).containsExactly(CaseResult.WITHOUT_JIT);
      assertThat(messages(run))
          .anyMatch(message -> message.startsWith("1 timed row was measured without the JIT"))
          .anyMatch(message -> message.startsWith("1 row shared a JVM"));
    }

    @Test
    void whatTheScriptPrintedIsReportedByTheScript() {
      CaseDeclaration plain = Trials.declaration("luaj", "script", "plain", "runs");
      Metric printed = Metrics.reported("ops", "ops/s", Direction.HIGHER_IS_BETTER);

      assertThat(only(analyse(Trials.forks(plain, "luaj", OWN, printed, 3))).flags())
          .containsExactly(CaseResult.REPORTED);
    }
  }

  @Nested
  class Contrasts {
    @Test
    void nameTheBestColumnAgainstEachOther() {
      RunAnalysis run =
          analyse(
              calls("graalpy", HOST, 100, 110, 90),
              calls("luaj", HAND, 1000, 1100, 900),
              calls("luajc", HAND, 10, 11, 9));

      assertThat(run.contrasts())
          .map(contrast -> contrast.winner().column().title())
          .containsExactly("luaj, hand binding", "luaj, hand binding");
      assertThat(run.contrasts())
          .map(contrast -> contrast.loser().column().title())
          .containsExactly("graalpy, host object", "luajc, hand binding");
      assertThat(run.contrasts()).allMatch(Contrast::decided);
      assertThat(run.contrasts().get(1).ratio().value()).isCloseTo(100, within(1e-9));
    }

    @Test
    void invertTheRatioWhereLessIsBetter() {
      CaseDeclaration memory = Trials.declaration("luaj", "memory", "retained", "objects");
      RunAnalysis run =
          analyse(
              Trials.forks(memory, "luaj", HAND, Metrics.RETAINED_BYTES, 64, 64, 64),
              Trials.forks(memory, "luajc", HAND, Metrics.RETAINED_BYTES, 72, 72, 72));

      Contrast contrast = run.contrasts().get(0);
      assertThat(contrast.winner().column().title()).startsWith("luaj,");
      assertThat(contrast.ratio().value()).isEqualTo(1.125);
      assertThat(contrast.decided()).isTrue();
    }

    @Test
    void stayUndecidedWhereTheIntervalIncludes1() {
      Contrast contrast =
          analyse(calls("luaj", OWN, 10, 11, 12), calls("luajc", OWN, 10.5, 11.5, 12.5))
              .contrasts()
              .get(0);

      assertThat(contrast.ratio().value()).isGreaterThan(1);
      assertThat(contrast.decided()).isFalse();
      assertThat(contrast.reason()).isEqualTo(Contrast.INCLUDES_1);
    }

    @Test
    void stayUndecidedAndWithoutIntervalBelowThreeForks() {
      Contrast contrast =
          analyse(calls("luaj", OWN, 10, 10, 10), calls("luajc", OWN, 30, 30)).contrasts().get(0);

      assertThat(contrast.decided()).isFalse();
      assertThat(contrast.reason()).contains("luajc has fewer than 3 forks");
      assertThat(contrast.ratio().value()).isEqualTo(3);
      assertThat(contrast.ratio().low()).isNaN();
    }

    @Test
    void stayUndecidedWhereASideIsInlined() {
      assertThat(
              analyse(calls("luaj", OWN, 2e9, 2.1e9, 2.2e9), calls("luajc", OWN, 1, 2, 3))
                  .contrasts()
                  .get(0))
          .returns(false, Contrast::decided)
          .returns("luaj is inlined", Contrast::reason);
    }

    @Test
    void nameAWinnerBesideItsCaveatWhereASideIsUnsteady() {
      Completed stepped =
          new Completed(List.of(new Measure(CALLS, 10)), List.of(), Trials.samples(120, 50, 80));

      assertThat(
              analyse(
                      List.of(fork(1, stepped), fork(2, stepped), fork(3, stepped)),
                      calls("luajc", OWN, 101, 102, 103))
                  .contrasts()
                  .get(0))
          .returns(true, Contrast::decided)
          .returns("", Contrast::reason)
          .returns(
              List.of("luaj: unsteady (the measured readings still changed in 3 of 3 forks)"),
              Contrast::caveats);
    }

    @Test
    void saySoWhereBothAreEqualOrThereIsNoRatio() {
      CaseDeclaration memory = Trials.declaration("luaj", "memory", "retained", "objects");
      RunAnalysis run =
          analyse(
              Trials.forks(memory, "luaj", HAND, Metrics.CLEANUP_EFFICIENCY, 0, 0, 0),
              Trials.forks(memory, "luajc", HAND, Metrics.CLEANUP_EFFICIENCY, 90, 90, 90),
              calls("luaj", OWN, 5, 5, 5),
              calls("luajc", OWN, 5, 5, 5));

      assertThat(run.contrasts())
          .map(Contrast::reason)
          .containsExactlyInAnyOrder(
              "a value is not positive, so there is no ratio", Contrast.EQUAL);
      assertThat(run.contrasts()).filteredOn(Contrast::isTie).hasSize(1);
    }

    @Test
    void leaveControlsOut() {
      CaseDeclaration control =
          Trials.declaration("luaj", "empty_loop", "rate", "calls", "control");
      RunAnalysis run =
          analyse(
              Trials.forks(control, "luaj", OWN, CALLS, 1, 2, 3),
              Trials.forks(control, "luajc", OWN, CALLS, 100, 200, 300));

      assertThat(run.contrasts()).isEmpty();
      assertThat(run.checks()).isEmpty();
    }
  }

  @Nested
  class Ranges {
    @Test
    void areGradedByTheWholeInterval() {
      assertThat(grade(calls("luaj", OWN, 2000, 2010, 1990))).isEqualTo(Grade.GOOD);
      assertThat(grade(calls("luaj", OWN, 1010, 900, 1120))).isEqualTo(Grade.DOUBTFUL);
      assertThat(grade(calls("luaj", OWN, 500, 510, 490))).isEqualTo(Grade.BAD);
      assertThat(grade(calls("luaj", OWN, 1000, 1000, 1000))).isEqualTo(Grade.GOOD);
    }

    @Test
    void areGradedByTheValueWhereThereIsNoInterval() {
      assertThat(grade(calls("luaj", OWN, 1000))).isEqualTo(Grade.GOOD);
      assertThat(grade(calls("luaj", OWN, 999.9))).isEqualTo(Grade.BAD);
    }

    @Test
    void withoutAFigureSayWhy() {
      RunAnalysis run = analyse(List.of(fork(1, new Crashed("signal 6", 134, ""))));

      assertThat(run.checks()).hasSize(1);
      assertThat(run.checks().get(0).grade()).isEqualTo(Grade.UNAVAILABLE);
      assertThat(run.checks().get(0).figure()).isEqualTo("CRASHED: signal 6");
      assertThat(run.checks().get(0).expectation()).isEqualTo("≥ 1,000 calls/s");
    }

    @Test
    void ofBytesAndCleanupAreStrictAndByLanguage() {
      assertThat(grades("graalpy", "retained", Metrics.RETAINED_BYTES, 10_240))
          .containsExactly(Grade.BAD, Grade.UNAVAILABLE);
      assertThat(grades("graalpy", "retained", Metrics.RETAINED_BYTES, 10_239))
          .containsExactly(Grade.GOOD, Grade.UNAVAILABLE);
      assertThat(grades("graalpy", "retained", Metrics.CLEANUP_EFFICIENCY, 80))
          .containsExactly(Grade.UNAVAILABLE, Grade.BAD);
      assertThat(grades("luaj", "retained", Metrics.CLEANUP_EFFICIENCY, 50.1))
          .containsExactly(Grade.UNAVAILABLE, Grade.GOOD);
      assertThat(grades("luaj", "weakref", Metrics.CLEARED_FIRST, 80)).containsExactly(Grade.GOOD);
    }

    @Test
    void areAskedOfObjectsAndCallsOnly() {
      CaseDeclaration objects = Trials.declaration("luaj", "create", "rate", "objects");
      CaseDeclaration loops = Trials.declaration("luaj", "loop", "rate", "loops");
      RunAnalysis run =
          analyse(
              Trials.forks(objects, "luaj", OWN, Metrics.rate("objects"), 50),
              Trials.forks(loops, "luaj", OWN, Metrics.rate("loops"), 1));

      assertThat(run.checks()).hasSize(1);
      assertThat(run.checks().get(0).expectation()).isEqualTo("≥ 50 objects/s");
      assertThat(run.checks().get(0).grade()).isEqualTo(Grade.GOOD);
    }

    @Test
    void nameTheirLimitsAndWhereTheseWereSet() {
      CaseDeclaration calls = Trials.declaration("luaj", "call", "rate", "calls");
      Threshold threshold =
          new Threshold(
              CALLS,
              Language.LUA,
              Optional.of(new Threshold.Bound(10, "default")),
              Optional.of(new Threshold.Bound(20.5, "bindbench.yaml:4")),
              Optional.empty(),
              false,
              true);
      RangeCheck check =
          RunAnalyser.analyse(
                  Trials.run(Trials.forks(calls, "luaj", OWN, CALLS, 9)), List.of(threshold))
              .checks()
              .get(0);

      assertThat(check.expectation()).isEqualTo("critical ≥ 10, warning ≥ 20.5 calls/s");
      assertThat(check.origin()).isEqualTo("critical default, warning bindbench.yaml:4");
      assertThat(check.fails()).isTrue();
    }

    @Test
    void areForTheLanguageOfTheRow() {
      CaseDeclaration calls = Trials.declaration("luaj", "call", "rate", "calls");
      Threshold python =
          new Threshold(
              CALLS,
              Language.PYTHON,
              Optional.of(new Threshold.Bound(10, "default")),
              Optional.empty(),
              Optional.empty(),
              false,
              true);
      RunAnalysis run =
          RunAnalyser.analyse(
              Trials.run(Trials.forks(calls, "luaj", OWN, CALLS, 9)), List.of(python));

      assertThat(run.checks()).isEmpty();
    }

    private Grade grade(List<TrialRecord> trials) {
      return analyse(trials).checks().get(0).grade();
    }

    private List<Grade> grades(String engine, String protocol, Metric metric, double value) {
      CaseDeclaration declaration = Trials.declaration(engine, "memory", protocol, "objects");
      return analyse(Trials.forks(declaration, engine, OWN, metric, value)).checks().stream()
          .map(check -> check.grade())
          .toList();
    }
  }

  @Nested
  class Headlines {
    @Test
    void comeFromTheBoundCasesInTheLanguagesOwnEngineAndStyle() {
      CaseDeclaration create =
          Trials.declaration("luaj", "bound_object_creation", "rate", "objects");
      CaseDeclaration memory =
          Trials.declaration("luaj", "memory_per_bound_object", "retained", "objects");
      RunAnalysis run =
          analyse(
              Trials.forks(create, "luaj", HAND, Metrics.rate("objects"), 10, 20, 40),
              Trials.forks(create, "luaj", COERCED, Metrics.rate("objects"), 1, 2, 3),
              Trials.forks(create, "luajc", HAND, Metrics.rate("objects"), 4, 5, 6),
              List.of(
                  Trials.trial(
                      memory,
                      "luaj",
                      HAND,
                      1,
                      Trials.completed(
                          new Measure(Metrics.RETAINED_BYTES, 64),
                          new Measure(Metrics.CLEANUP_EFFICIENCY, 99.5)))));

      assertThat(run.headlines()).hasSize(1);
      Headline lua = run.headlines().get(0);
      assertThat(lua.language()).isEqualTo(Language.LUA);
      assertThat(lua.figure("object_creation_rate").orElseThrow()).isCloseTo(20, within(1e-9));
      assertThat(lua.figure("memory_efficiency")).contains(64.0);
      assertThat(lua.figure("cleanup_efficiency")).contains(99.5);
      assertThat(lua.reasons())
          .containsOnly(
              java.util.Map.entry("method_call_rate", "bound_method_call was not part of the run"));
    }

    @Test
    void thatAreMissingHaveAReason() {
      CaseDeclaration call = Trials.declaration("graalpy", "bound_method_call", "rate", "calls");
      CaseDeclaration create =
          Trials.declaration("graalpy", "bound_object_creation", "rate", "objects");
      CaseDeclaration memory =
          Trials.declaration("graalpy", "memory_per_bound_object", "retained", "objects");
      Headline python =
          analyse(
                  List.of(Trials.trial(call, "graalpy", HOST, 1, new TimedOut("silent", ""))),
                  Trials.forks(create, "graalpy-interpreter", HOST, Metrics.rate("objects"), 9),
                  List.of(
                      Trials.trial(
                          memory,
                          "graalpy",
                          HOST,
                          1,
                          Trials.completed(
                              List.of(new Measure(Metrics.RETAINED_BYTES, 72)),
                              List.of(
                                  new Absent(Metrics.CLEANUP_EFFICIENCY, "heap was not stable"))))))
              .headlines()
              .get(0);

      assertThat(python.figures()).containsOnlyKeys("memory_efficiency");
      assertThat(python.reasons())
          .containsOnly(
              java.util.Map.entry("method_call_rate", "TIMED_OUT: silent"),
              java.util.Map.entry(
                  "object_creation_rate",
                  "bound_object_creation did not run on graalpy, host object"),
              java.util.Map.entry("cleanup_efficiency", "heap was not stable"));
    }

    @Test
    void areNeverInlined() {
      CaseDeclaration call = Trials.declaration("luaj", "bound_method_call", "rate", "calls");
      Headline lua = analyse(Trials.forks(call, "luaj", HAND, CALLS, 2e9)).headlines().get(0);

      assertThat(lua.figures()).isEmpty();
      assertThat(lua.reasons().get("method_call_rate")).startsWith("inlined");
    }

    @Test
    void ofALanguageWithoutRowsDoNotExist() {
      assertThat(analyse().headlines()).isEmpty();
      assertThat(analyse(calls("graalpy", OWN, 1)).headlines())
          .map(Headline::language)
          .containsExactly(Language.PYTHON);
    }
  }

  @Nested
  class Remarks {
    @Test
    void aCleanRunHasNone() {
      assertThat(analyse(calls("luaj", OWN, 2000, 2010, 1990)).remarks()).isEmpty();
    }

    @Test
    void aRowThatFailedIsAnErrorAndItsReasonStandsWithTheRow() {
      RunAnalysis run =
          analyse(
              List.of(
                  fork(1, new ScriptFailed("no such name", "a.lua:3", "")),
                  fork(2, new ScriptFailed("no such name", "a.lua:3", ""))));

      Remark remark = run.remarks().get(0);
      assertThat(remark.severity()).isEqualTo(Severity.ERROR);
      assertThat(remark.rows()).containsExactly(run.results().get(0).title());
      assertThat(remark.message()).startsWith("script failed: ").doesNotContain("no such name");
      assertThat(run.results().get(0).reason()).contains("no such name");
      assertThat(run.results().get(0).location()).isEqualTo("a.lua:3");
    }

    @Test
    void rowsThatNeedTheSameAdviceAreOneRemark() {
      TrialOutcome skipped = new TrialOutcome.Skipped("no library", "name its jar");
      CaseDeclaration a = Trials.declaration("luaj", "a", "rate", "calls");
      CaseDeclaration b = Trials.declaration("luaj", "b", "rate", "calls");
      List<TrialRecord> trials =
          List.of(
              Trials.trial(a, "luaj", HAND, 1, skipped),
              Trials.trial(a, "luaj", COERCED, 1, skipped),
              Trials.trial(b, "luaj", HAND, 1, skipped));

      assertThat(analyse(trials).remarks())
          .singleElement()
          .returns("name its jar", Remark::advice)
          .returns("skipped: a, b on luaj (hand binding)", Remark::message)
          .satisfies(remark -> assertThat(remark.rows()).hasSize(3));
    }

    @Test
    void aSkippedRowPassesItsAdviceOn() {
      RunAnalysis run =
          analyse(List.of(fork(1, new TrialOutcome.Skipped("no JVM", "install a JDK"))));

      assertThat(run.remarks().get(0))
          .returns(Severity.NOTE, Remark::severity)
          .returns("install a JDK", Remark::advice);
    }

    @Test
    void aLoadAboveHalfTheCoresIsNamed() {
      List<TrialRecord> trials = calls("luaj", OWN, 2000, 2010, 1990);

      assertThat(analyse(Trials.run(2.01, trials)).remarks())
          .map(Remark::message)
          .containsExactly("the load average was 2.01 on 4 cores when the run began");
      assertThat(analyse(Trials.run(2.0, trials)).remarks()).isEmpty();
      assertThat(analyse(Trials.run(-1, trials)).remarks()).isEmpty();
    }

    @Test
    void missedAndDoubtfulRangesAreNamed() {
      assertThat(messages(analyse(calls("luaj", OWN, 500, 510, 490))))
          .containsExactly("outside the range: 500 calls/s, expected ≥ 1,000 calls/s");
      assertThat(messages(analyse(calls("luaj", OWN, 1010, 930, 1090))))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("the limit lies inside the interval: 1.01 k calls/s");
    }

    @Test
    void fewerThanThreeForksAreNamedOnce() {
      assertThat(messages(analyse(calls("luaj", OWN, 2000, 2000), calls("luajc", OWN, 2000))))
          .containsExactly(
              "fewer than 3 forks in 2 of 2 rows with figures: no interval there, and no winner is"
                  + " named from them");
    }

    @Test
    void aHeadlineWhoseForksDifferByMoreThan10PercentIsNamed() {
      CaseDeclaration call = Trials.declaration("luaj", "bound_method_call", "rate", "calls");

      assertThat(messages(analyse(Trials.forks(call, "luaj", HAND, CALLS, 2e6, 3e6, 4e6))))
          .contains(
              "rate differs between forks by a coefficient of variation of 33 %"
                  + " (2.00 M to 4.00 M calls/s)");
      assertThat(messages(analyse(Trials.forks(call, "luaj", COERCED, CALLS, 2e6, 3e6, 4e6))))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("rates differ between forks by a coefficient of variation of 33 % in ");
    }

    @Test
    void aLoopThatCostsMoreThanATenthOfTheCaseIsNamed() {
      CaseDeclaration loop = Trials.declaration("luaj", "empty_loop", "rate", "loops", "control");
      List<TrialRecord> control =
          Trials.forks(loop, "luaj", OWN, Metrics.rate("loops"), 5e8, 5e8, 5e8);

      assertThat(messages(analyse(control, calls("luaj", OWN, 1e8, 1e8, 1e8))))
          .containsExactly("the empty loop is 20 % of an operation in method_call");
      assertThat(analyse(control, calls("luaj", OWN, 5e7, 5e7, 5e7)).remarks()).isEmpty();
      assertThat(analyse(control, calls("luajc", OWN, 1e8, 1e8, 1e8)).remarks()).isEmpty();
    }

    @Test
    void aSpreadIsNotPromisedWhereOneForkHasNone() {
      Completed stepped =
          new Completed(List.of(new Measure(CALLS, 2000)), List.of(), Trials.samples(120, 50, 80));

      assertThat(messages(analyse(List.of(fork(1, stepped)))))
          .contains("unsteady: method_call on luaj");
    }

    @Test
    void unsteadyRowsAreNamedTogetherWithTheirFigures() {
      Completed stepped =
          new Completed(List.of(new Measure(CALLS, 2000)), List.of(), Trials.samples(120, 50, 80));
      CaseDeclaration other = Trials.declaration("luaj", "function_call", "rate", "calls");
      RunAnalysis run =
          analyse(
              List.of(fork(1, stepped), fork(2, stepped), fork(3, stepped)),
              List.of(
                  Trials.trial(other, "luaj", HAND, 1, stepped),
                  Trials.trial(other, "luaj", HAND, 2, measured(3000, 7)),
                  Trials.trial(other, "luaj", HAND, 3, measured(2000, 7))));

      Remark remark =
          run.remarks().stream()
              .filter(each -> each.subject().equals("steadiness"))
              .findFirst()
              .orElseThrow();
      assertThat(remark.message())
          .contains("unsteady (with their CV): method_call on luaj 0.0 %")
          .contains("forks disagree (with their CV): function_call on luaj (hand binding) 25 %");
      assertThat(remark.rows())
          .containsExactlyInAnyOrder(
              "binding.method_call · luaj", "binding.function_call · luaj, hand binding");
      assertThat(row(run, "function_call").forkSteadiness())
          .containsExactly(Steadiness.NO_STEADY_STATE, Steadiness.FLAT, Steadiness.FLAT);
    }

    @Test
    void inlinedRowsAreNamedTogether() {
      CaseDeclaration other = Trials.declaration("luaj", "function_call", "rate", "calls");

      assertThat(
              messages(
                  analyse(
                      calls("luaj", OWN, 2e9, 2e9, 2e9),
                      Trials.forks(other, "luaj", OWN, CALLS, 4e9, 4e9, 4e9))))
          .hasSize(1)
          .first()
          .asString()
          .startsWith("no headline and no winner, because an operation takes less than a call can:")
          .contains("method_call", "function_call")
          .endsWith(" on luaj, down to 0.250 ns");
    }

    @Test
    void aLoopThatCountsIsNamedOncePerEngine() {
      CaseDeclaration loop = Trials.declaration("luaj", "empty_loop", "rate", "loops", "control");
      CaseDeclaration other = Trials.declaration("luaj", "function_call", "rate", "calls");

      assertThat(
              messages(
                  analyse(
                      Trials.forks(loop, "luaj", OWN, Metrics.rate("loops"), 5e8, 5e8, 5e8),
                      calls("luaj", OWN, 1e8, 1e8, 1e8),
                      Trials.forks(other, "luaj", OWN, CALLS, 2e8, 2e8, 2e8))))
          .containsExactly(
              "the empty loop is 20 % to 40 % of an operation in 2 rows, most in function_call");
    }

    @Test
    void aJitThatWasAskedForAndNotHadIsAnError() {
      assertThat(interpreted("25.0.3"))
          .returns(Severity.ERROR, Remark::severity)
          .returns(List.of("binding.method_call · graalpy"), Remark::rows);
      assertThat(interpreted("25.0.3").message()).contains("which can have it");
    }

    @Test
    void aJitThatTheJvmCannotHaveIsAWarning() {
      assertThat(interpreted("25").severity()).isEqualTo(Severity.WARNING);
      assertThat(interpreted("21.0.4").severity()).isEqualTo(Severity.WARNING);
      assertThat(interpreted("21.0.4").advice()).startsWith("install a JDK 25");
    }

    private Remark interpreted(String jvmVersion) {
      CaseDeclaration call = Trials.declaration("graalpy", "method_call", "rate", "calls");
      TrialRecord trial =
          Trials.trial(
              call, "graalpy", OWN, 1, measured(10, 7), Trials.worker("graalpy", false, "alone"));
      return analyse(Trials.onJvm(jvmVersion, List.of(trial))).remarks().stream()
          .filter(remark -> remark.subject().equals("graalpy"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void theSameRecordGivesTheSameJudgement() {
    RunRecord record = Trials.run(calls("luaj", OWN, 10, 11, 12), calls("luajc", OWN, 20, 21, 22));

    RunAnalysis once = analyse(record);

    assertThat(analyse(record)).isEqualTo(once);
    assertThat(analyse(once.run())).isEqualTo(once);
  }

  private static List<TrialRecord> calls(String engine, BindingStyle style, double... rates) {
    return Trials.forks(
        Trials.declaration(engine, "method_call", "rate", "calls"), engine, style, CALLS, rates);
  }

  private static TrialRecord fork(int number, TrialOutcome outcome) {
    return Trials.trial(
        Trials.declaration("luaj", "method_call", "rate", "calls"), "luaj", OWN, number, outcome);
  }

  private static Completed measured(double rate, double answer) {
    return Trials.completed(new Measure(CALLS, rate), new Measure(Metrics.ANSWER, answer));
  }

  @SafeVarargs
  private static RunAnalysis analyse(List<TrialRecord>... trials) {
    return analyse(Trials.run(trials));
  }

  private static RunAnalysis analyse(RunRecord record) {
    return RunAnalyser.analyse(record, Settings.defaults().thresholds());
  }

  private static CaseResult only(RunAnalysis run) {
    assertThat(run.results()).hasSize(1);
    return run.results().get(0);
  }

  private static CaseResult row(RunAnalysis run, String name) {
    return run.results().stream()
        .filter(row -> row.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Summary rate(CaseResult row) {
    return row.summary("rate").orElseThrow();
  }

  private static List<String> messages(RunAnalysis run) {
    return run.remarks().stream().map(Remark::message).toList();
  }
}
