package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bindbench.launch.Planner.EngineChoice;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Language;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

/** Which workers measure leaks. */
class LeakWorkersTest {
  private static final String JIT = "graalpy";
  private static final String UNTIMED = "graalpy-interpreter";

  private final CaseDeclaration leak = declared("grows", "leak");
  private final CaseDeclaration retained = declared("memory", "retained");

  @Test
  void leaksAreMeasuredInOneForkInAWorkerOfTheirOwn() {
    List<Batch> batches = plan(List.of(leak, retained), engine("luaj", "luaj", effort(3, true)));

    assertThat(batches).hasSize(4);
    assertThat(batches.stream().filter(LeakWorkersTest::isOfLeaks))
        .singleElement()
        .satisfies(batch -> assertThat(batch.trials()).extracting(TrialSpec::fork).containsOnly(1));
  }

  @Test
  void whereCasesShareAJvmTheUntimedEngineStandsIn() {
    assertThat(plan(List.of(leak), engine(JIT, UNTIMED, effort(3, true))))
        .extracting(LeakWorkersTest::measured)
        .containsExactly(UNTIMED + " for " + JIT);
  }

  @Test
  void otherwiseTheEngineMeasuresItself() {
    assertThat(plan(List.of(leak), engine(JIT, UNTIMED, effort(5, false))))
        .extracting(LeakWorkersTest::measured)
        .containsExactly(JIT + " for " + JIT);
  }

  @Test
  void whereBothAreMeasuredEachAnswersForItself() {
    List<Batch> batches =
        plan(
            List.of(leak),
            engine(JIT, UNTIMED, effort(3, true)),
            engine(UNTIMED, UNTIMED, effort(3, true)));

    assertThat(batches)
        .extracting(LeakWorkersTest::measured)
        .containsExactlyInAnyOrder(JIT + " for " + JIT, UNTIMED + " for " + UNTIMED);
  }

  private static String measured(Batch batch) {
    return batch.runsOn() + " for " + batch.trials().get(0).engine();
  }

  private static boolean isOfLeaks(Batch batch) {
    return batch.trials().stream().allMatch(LeakWorkers::concerns);
  }

  private static List<Batch> plan(List<CaseDeclaration> cases, EngineChoice... engines) {
    return Planner.plan(cases, (each, id) -> true, List.of(engines), 1);
  }

  private static EngineChoice engine(String id, String untimed, Effort effort) {
    return new EngineChoice(
        id, Language.PYTHON, untimed, List.of(BindingStyle.HOST), List.of(""), effort);
  }

  private static CaseDeclaration declared(String name, String protocol) {
    return new CaseDeclaration(
        Path.of("/suite.py"), 1, name, protocol, "calls", List.of(), Map.of(), "", 0, "");
  }

  private static Effort effort(int forks, boolean rotated) {
    Duration second = Duration.ofSeconds(1);
    return new Effort(forks, rotated, second, second, second, second, 8, 1000, 1000, second);
  }
}
