package org.bindbench.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LevelTest {
  private static final EngineProfile JIT =
      new EngineProfile("graalpy", Language.PYTHON, "25.0.3", "JIT");
  private static final EngineProfile BYTECODE =
      new EngineProfile("luajc", Language.LUA, "3.0.1", "JVM bytecode");

  private static final Level QUICK = Settings.defaults().level("quick");
  private static final Level COMPREHENSIVE = Settings.defaults().level("comprehensive");

  static List<Level> levels() {
    return Level.IDS.stream().map(Settings.defaults()::level).toList();
  }

  /** Steadiness is assessed from 100 segments of 20 to 50 ms; intervals need three forks. */
  @ParameterizedTest
  @MethodSource("levels")
  void everyLevelGivesEnoughReadingsForSteadinessAndIntervals(Level level) {
    for (EngineProfile engine : List.of(JIT, BYTECODE)) {
      Effort effort = level.effort(engine);
      assertThat(effort.forks()).isGreaterThanOrEqualTo(3);
      assertThat(effort.segment().toMillis()).isBetween(20L, 50L);
      long segments =
          effort.warmUp().least().plus(effort.measured()).toMillis() / effort.segment().toMillis();
      assertThat(segments).isGreaterThanOrEqualTo(100);
      assertThat(effort.iteration().toMillis()).isBetween(100L, 250L);
    }
  }

  @Test
  void onlyTheQuickLevelLetsCasesShareAJvm() {
    assertThat(QUICK.effort(JIT).rotated()).isTrue();
    assertThat(COMPREHENSIVE.effort(JIT).rotated()).isFalse();
  }

  @Test
  void eachLevelMeasuresLongerThanTheOneBefore() {
    assertThat(levels()).isSortedAccordingTo(Comparator.comparingInt(Level::forks));
    assertThat(levels())
        .isSortedAccordingTo(
            Comparator.comparing(
                level -> level.effort(JIT).measured().plus(level.warmUp().jit().most())));
  }

  @Test
  void aCompilerIsGivenLongerToWarmUp() {
    for (Level level : levels())
      assertThat(level.effort(JIT).warmUp().least())
          .isGreaterThan(level.effort(BYTECODE).warmUp().least());
  }

  @Test
  void warmUpEndsByItselfWhereATrialHasItsJvmAlone() {
    for (Level level : levels())
      assertThat(level.effort(JIT).warmUp().hasFixedLength()).isEqualTo(level.rotated());
  }

  @Test
  void theQuickLevelTakesTheCasesTaggedForItWhereASuiteTagsAny() {
    List<CaseDeclaration> tagged = List.of(declared("a", "quick"), declared("b", "bound"));
    List<CaseDeclaration> untagged = List.of(declared("a", "x"), declared("b", "bound"));
    assertThat(QUICK.select(tagged)).extracting(CaseDeclaration::name).containsExactly("a");
    assertThat(QUICK.select(untagged)).isEqualTo(untagged);
    assertThat(COMPREHENSIVE.select(tagged)).isEqualTo(tagged);
  }

  @Test
  void aBundledSuiteWithoutAQuickCaseIsLeftToTheHigherLevels() {
    List<CaseDeclaration> tagged = List.of(declared("a", "bound"), declared("b", "quick"));
    List<CaseDeclaration> untagged = List.of(declared("a", "bound"));
    assertThat(QUICK.selectBundled(tagged, false)).isEqualTo(QUICK.select(tagged));
    assertThat(QUICK.selectBundled(untagged, false)).isEmpty();
    assertThat(COMPREHENSIVE.selectBundled(untagged, false)).isEqualTo(untagged);
  }

  @Test
  void casesForValidationAreMeasuredQuicklyWhereTheyAreAskedFor() {
    List<CaseDeclaration> suite =
        List.of(declared("a", "validation"), declared("b", "quick"), declared("c", "bound"));
    assertThat(QUICK.selectBundled(suite, false)).containsExactly(suite.get(1));
    assertThat(QUICK.selectBundled(suite, true)).containsExactly(suite.get(0), suite.get(1));
    assertThat(COMPREHENSIVE.selectBundled(suite, false)).isEqualTo(suite);
  }

  private static CaseDeclaration declared(String name, String tag) {
    return new CaseDeclaration(
        Path.of("/s.py"), 1, name, "rate", "calls", List.of(tag), Map.of(), "", 0, "");
  }
}
