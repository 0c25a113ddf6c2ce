package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Language;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final long SEED = 42;

  private final CaseDeclaration rate = declared("creation", "rate", "");
  private final CaseDeclaration bound = declared("bound_call", "rate", "qtforge");
  private final CaseDeclaration retained = declared("memory", "retained", "");

  @Test
  void timedCasesOfARotatedForkShareOneJvm() {
    List<Batch> batches = plan(true, List.of(rate, bound, retained), 2);
    assertThat(batches)
        .extracting(Batch::sharing)
        .containsExactly(Sharing.ROTATION, Sharing.ROTATION, Sharing.SEQUENCE, Sharing.SEQUENCE);
    assertThat(batches.get(0).trials()).hasSize(3);
  }

  @Test
  void trialsThatNeedTheMachineToThemselvesNeverShareAJvm() {
    List<Batch> batches =
        plan(
            true,
            List.of(
                declared("large", "scaling", ""),
                declared("threads", "concurrent", ""),
                declared("cycles", "lifecycle", "")),
            1);
    assertThat(batches)
        .extracting(Batch::sharing)
        .containsExactly(Sharing.ALONE, Sharing.ALONE, Sharing.SEQUENCE);
  }

  @Test
  void aSeriesOfGuestsRunsOnceInAJvmOfItsOwnThatTracksItsMemory() {
    List<Batch> batches = plan(true, List.of(declared("contexts", "churn", ""), rate), 3);
    assertThat(batches)
        .extracting(Batch::sharing)
        .containsExactlyInAnyOrder(
            Sharing.ALONE, Sharing.ROTATION, Sharing.ROTATION, Sharing.ROTATION);
    assertThat(batches)
        .allSatisfy(
            batch ->
                assertThat(batch.jvmOptions())
                    .isEqualTo(
                        batch.sharing() == Sharing.ALONE
                            ? List.of("-XX:NativeMemoryTracking=summary", "-XX:+AlwaysPreTouch")
                            : List.of()));
  }

  @Test
  void otherwiseEachTimedTrialHasAJvmOfItsOwn() {
    List<Batch> batches = plan(false, List.of(rate, bound), 2);
    assertThat(batches).hasSize(6).allMatch(batch -> batch.trials().size() == 1);
    assertThat(batches).extracting(Batch::sharing).containsOnly(Sharing.ALONE);
  }

  @Test
  void aBoundCaseIsMeasuredInEveryStyleAndAnyOtherOnce() {
    List<TrialSpec> trials = plan(true, List.of(rate, bound), 1).get(0).trials();
    assertThat(trials)
        .filteredOn(trial -> trial.id().name().equals("bound_call"))
        .extracting(TrialSpec::style)
        .containsExactlyInAnyOrder(BindingStyle.HAND, BindingStyle.COERCED);
    assertThat(trials)
        .filteredOn(trial -> trial.id().name().equals("creation"))
        .extracting(TrialSpec::style)
        .containsExactly(BindingStyle.OWN);
  }

  @Test
  void untimedTrialsRunOnTheEngineThatMeasuresMemory() {
    Planner.EngineChoice graalpy =
        new Planner.EngineChoice(
            "graalpy",
            Language.LUA,
            "graalpy-interpreter",
            List.of(BindingStyle.HOST),
            List.of(""),
            effort(1, true));
    List<Batch> batches =
        Planner.plan(List.of(rate, retained), (each, id) -> true, List.of(graalpy), SEED);
    assertThat(batches).extracting(Batch::runsOn).containsExactly("graalpy", "graalpy-interpreter");
    assertThat(batches).extracting(Batch::engine).containsOnly("graalpy");
  }

  /** Each fills a heap of its own kind; what they tell is no time, so two may run at once. */
  @Test
  void whatFillsAHeapHasAJvmOfItsOwnAmongTheUntimed() {
    CaseDeclaration holes = declared("holes", "fragmentation", "");
    CaseDeclaration limit = declared("limit", "limit", "");
    List<Batch> batches = plan(true, List.of(retained, holes, limit), 1);
    assertThat(batches).allMatch(batch -> !batch.sharing().isTimed());
    assertThat(batches)
        .extracting(batch -> batch.trials().size())
        .as("retained, holes and limit on each engine")
        .containsOnly(1);
    assertThat(batches)
        .filteredOn(batch -> batch.trials().get(0).declaration().equals(holes))
        .allMatch(batch -> batch.heap() == HeapKind.PRESSED);
    assertThat(batches)
        .filteredOn(batch -> batch.trials().get(0).declaration().equals(limit))
        .isNotEmpty()
        .allMatch(batch -> batch.heap() == HeapKind.EXHAUSTED);
  }

  @Test
  void probesRunOnceOnTheEngineItselfInAJvmOfTheirOwn() {
    Planner.EngineChoice graalpy =
        new Planner.EngineChoice(
            "graalpy",
            Language.LUA,
            "graalpy-interpreter",
            List.of(BindingStyle.HOST),
            List.of(""),
            effort(3, true));
    CaseDeclaration probe = declared("finalizers", "capability", "");
    List<Batch> batches =
        Planner.plan(List.of(retained, probe), (each, id) -> true, List.of(graalpy), SEED);
    assertThat(batches)
        .filteredOn(batch -> batch.trials().get(0).declaration().equals(probe))
        .singleElement()
        .satisfies(
            batch -> {
              assertThat(batch.runsOn()).isEqualTo("graalpy");
              assertThat(batch.trials()).extracting(TrialSpec::declaration).containsOnly(probe);
            });
    assertThat(batches).hasSize(4);
  }

  @Test
  void theSeedAloneDecidesTheOrder() {
    List<CaseDeclaration> many =
        List.of(
            rate,
            bound,
            declared("a", "rate", ""),
            declared("b", "rate", ""),
            declared("c", "rate", ""));
    assertThat(plan(true, many, 3)).isEqualTo(plan(true, many, 3));
    assertThat(Planner.plan(many, (each, id) -> true, List.of(luaj(effort(3, true))), SEED + 1))
        .isNotEqualTo(plan(true, many, 3));
  }

  @Test
  void forksOfAllEnginesAlternate() {
    List<Batch> batches =
        Planner.plan(
            List.of(rate),
            (each, id) -> true,
            List.of(
                luaj(effort(2, true)),
                new Planner.EngineChoice(
                    "luajc",
                    Language.LUA,
                    "luajc",
                    List.of(BindingStyle.HAND),
                    List.of(""),
                    effort(2, true))),
            SEED);
    assertThat(batches)
        .extracting(batch -> batch.trials().get(0).fork())
        .containsExactly(1, 1, 2, 2);
  }

  @Test
  void casesOfAnotherLanguageAreLeftOut() {
    CaseDeclaration python =
        new CaseDeclaration(
            Path.of("/s.py"), 1, "x", "rate", "calls", List.of(), Map.of(), "", 0, "");
    assertThat(plan(true, List.of(python), 3)).isEmpty();
  }

  private static List<Batch> plan(boolean rotated, List<CaseDeclaration> cases, int forks) {
    return Planner.plan(cases, (each, id) -> true, List.of(luaj(effort(forks, rotated))), SEED);
  }

  private static Planner.EngineChoice luaj(Effort effort) {
    return new Planner.EngineChoice(
        "luaj",
        Language.LUA,
        "luaj",
        List.of(BindingStyle.HAND, BindingStyle.COERCED),
        List.of(""),
        effort);
  }

  private static CaseDeclaration declared(String name, String protocol, String library) {
    return new CaseDeclaration(
        Path.of("/suite.lua"), 1, name, protocol, "calls", List.of(), Map.of(), library, 0, "");
  }

  private static Effort effort(int forks, boolean rotated) {
    Duration second = Duration.ofSeconds(1);
    return new Effort(forks, rotated, second, second, second, second, 8, 1000, 1000, second);
  }
}
