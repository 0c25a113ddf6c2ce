package org.bindbench.cli.compare.sides;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bindbench.config.Given;
import org.bindbench.config.Settings;
import org.bindbench.config.Sources;
import org.bindbench.config.Vocabulary;
import org.bindbench.launch.interleaved.Pair;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Language;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

class WarmingTest {
  private static final EngineProfile JIT =
      new EngineProfile("graalpy", Language.PYTHON, "1", "JIT");
  private static final EngineProfile OTHER =
      new EngineProfile("luajc", Language.LUA, "1", "JVM bytecode");

  @Test
  void casesThatTakeTurnsWithAJitHaveTwentySecondsTogether() {
    assertThat(warmUp(settings(), JIT, JIT, 1)).isEqualTo(Duration.ofSeconds(20));
    assertThat(warmUp(settings(), JIT, JIT, 4)).isEqualTo(Duration.ofSeconds(5));
    assertThat(warmUp(settings(), OTHER, JIT, 4)).isEqualTo(Duration.ofSeconds(5));
    assertThat(warmUp(settings(), JIT, OTHER, 4)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void manyCasesHaveTheLevelsOwn() {
    assertThat(warmUp(settings(), JIT, JIT, 12)).isEqualTo(Duration.ofMillis(1750));
  }

  @Test
  void withoutAJitTheLevelsOwnIsEnough() {
    assertThat(warmUp(settings(), OTHER, OTHER, 1)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aTimeThatSomebodyNamedIsKept() {
    Settings named = settings(Given.text("--warmup", "levels.*.warm_up", "2s"));
    assertThat(warmUp(named, JIT, JIT, 1)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void whereEveryCaseHasAJvmOfItsOwnTheLevelDecides() {
    Settings alone = settings(Given.text("--level", "level", "comprehensive"));
    assertThat(warmUp(alone, JIT, JIT, 1)).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void untimedCasesDoNotTakeTurns() {
    List<Pair> pairs = List.of(pair(1, "rate"), pair(2, "retained"));
    assertThat(Warming.of(settings(), JIT, JIT, pairs).warmUp().expected())
        .isEqualTo(Duration.ofSeconds(20));
  }

  private static Settings settings(Given... given) {
    return new Sources(Optional.empty(), List.of(), List.of(given))
        .settings(new Vocabulary(List.of(), List.of()));
  }

  private static Duration warmUp(
      Settings settings, EngineProfile base, EngineProfile head, int cases) {
    List<Pair> pairs = IntStream.range(0, cases).mapToObj(i -> pair(i, "rate")).toList();
    return Warming.of(settings, base, head, pairs).warmUp().expected();
  }

  private static Pair pair(int number, String protocol) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("s.py"), 1, "c" + number, protocol, "objects", List.of(), Map.of(), "", 0, "");
    TrialSpec trial =
        new TrialSpec(
            declaration, declaration.ids().get(0), "graalpy", BindingStyle.OWN, "base", 1);
    return new Pair(trial, trial);
  }
}
