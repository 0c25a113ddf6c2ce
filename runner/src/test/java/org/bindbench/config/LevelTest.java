package org.bindbench.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelTest {
  private static final EngineProfile JIT =
      new EngineProfile("graalpy", Language.PYTHON, "25.0.3", "JIT");
  private static final EngineProfile BYTECODE =
      new EngineProfile("luajc", Language.LUA, "3.0.1", "JVM bytecode");

  /** Steadiness is assessed from 100 segments of 20 to 50 ms; intervals need three forks. */
  @ParameterizedTest
  @EnumSource
  void everyLevelGivesEnoughReadingsForSteadinessAndIntervals(Level level) {
    for (EngineProfile engine : List.of(JIT, BYTECODE)) {
      Effort effort = level.effort(engine);
      assertThat(effort.forks()).isGreaterThanOrEqualTo(3);
      assertThat(effort.segment().toMillis()).isBetween(20L, 50L);
      long segments =
          effort.warmUp().plus(effort.measured()).toMillis() / effort.segment().toMillis();
      assertThat(segments).isGreaterThanOrEqualTo(100);
      assertThat(effort.iteration().toMillis()).isBetween(100L, 250L);
    }
  }

  @Test
  void onlyTheQuickLevelLetsCasesShareAJvm() {
    assertThat(Level.QUICK.effort(JIT).rotated()).isTrue();
    assertThat(Level.COMPREHENSIVE.effort(JIT).rotated()).isFalse();
  }

  @Test
  void aCompilerIsGivenLongerToWarmUp() {
    for (Level level : Level.values())
      assertThat(level.effort(JIT).warmUp()).isGreaterThan(level.effort(BYTECODE).warmUp());
  }

  @Test
  void theQuickLevelTakesTheCasesTaggedForItWhereASuiteTagsAny() {
    List<CaseDeclaration> tagged = List.of(declared("a", "quick"), declared("b", "bound"));
    List<CaseDeclaration> untagged = List.of(declared("a", "x"), declared("b", "bound"));
    assertThat(Level.QUICK.select(tagged)).extracting(CaseDeclaration::name).containsExactly("a");
    assertThat(Level.QUICK.select(untagged)).isEqualTo(untagged);
    assertThat(Level.COMPREHENSIVE.select(tagged)).isEqualTo(tagged);
  }

  @Test
  void aBundledSuiteWithoutAQuickCaseIsLeftToTheHigherLevels() {
    List<CaseDeclaration> tagged = List.of(declared("a", "bound"), declared("b", "quick"));
    List<CaseDeclaration> untagged = List.of(declared("a", "bound"));
    assertThat(Level.QUICK.includesBundled(tagged)).isTrue();
    assertThat(Level.QUICK.includesBundled(untagged)).isFalse();
    assertThat(Level.COMPREHENSIVE.includesBundled(untagged)).isTrue();
  }

  private static CaseDeclaration declared(String name, String tag) {
    return new CaseDeclaration(
        Path.of("/s.py"), 1, name, "rate", "calls", List.of(tag), Map.of(), "", 0, "");
  }
}
