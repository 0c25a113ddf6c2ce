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
import org.bindbench.model.metric.StressMetrics;
import org.junit.jupiter.api.Test;

/** Trials under load in a plan. */
class UnderLoadPlanTest {
  private final List<Batch> batches =
      Planner.plan(
          List.of(declared("pressure", StressMetrics.PRESSURE), declared("rate", "rate")),
          (each, id) -> true,
          List.of(
              new Planner.EngineChoice(
                  "graalpy",
                  Language.LUA,
                  "graalpy-interpreter",
                  List.of(BindingStyle.HOST),
                  List.of(""),
                  effort())),
          42);

  @Test
  void theyHaveAJvmOfTheirOwnOnTheEngineThatMeasuresMemory() {
    assertThat(underLoad())
        .allSatisfy(
            batch -> {
              assertThat(batch.sharing()).isEqualTo(Sharing.ALONE);
              assertThat(batch.trials()).hasSize(1);
              assertThat(batch.runsOn()).isEqualTo("graalpy-interpreter");
              assertThat(batch.heap()).isEqualTo(HeapKind.PRESSED);
            });
  }

  @Test
  void theyTakeOneOfThreeForksWhereOthersShareAJvm() {
    assertThat(underLoad()).hasSize(1);
    assertThat(batches.stream().filter(batch -> batch.sharing() == Sharing.ROTATION)).hasSize(3);
  }

  private List<Batch> underLoad() {
    return batches.stream().filter(batch -> batch.heap() != HeapKind.FIXED).toList();
  }

  private static CaseDeclaration declared(String name, String protocol) {
    return new CaseDeclaration(
        Path.of("suite.lua"), 1, name, protocol, "", List.of(), Map.of(), "", 0, "");
  }

  private static Effort effort() {
    Duration second = Duration.ofSeconds(1);
    return new Effort(3, true, second, second, second, second, 8, 1, 1, second);
  }
}
