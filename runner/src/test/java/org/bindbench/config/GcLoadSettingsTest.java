package org.bindbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.GcLoad;
import org.bindbench.model.Language;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long and with what heap the collector is loaded. */
class GcLoadSettingsTest {
  private static final Vocabulary VOCABULARY = new Vocabulary(List.of("luaj"), List.of("json"));

  @Test
  void theDefaultsAreTheStandardLoadAndMoreForksAtNight() {
    assertThat(load(Settings.defaults(), "quick")).isEqualTo(GcLoad.standard());
    assertThat(load(Settings.defaults(), "comprehensive")).isEqualTo(GcLoad.standard());
    assertThat(load(Settings.defaults(), "nightly").forks()).isEqualTo(10);
  }

  @Test
  void heapAndTimesAreSetForEveryLevelOrForOne() {
    Settings settings = set("sizes.gc={heap: 2g, measured: {nightly: 30s}}");
    assertThat(load(settings, "quick"))
        .isEqualTo(new GcLoad(3, Duration.ofSeconds(2), Duration.ofSeconds(3), "2g"));
    assertThat(load(settings, "nightly").measured()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void enginesWithAJitAreUnderLoadForLongerBeforeItCounts() {
    Level level = Settings.defaults().level("quick");
    EngineProfile jit = new EngineProfile("graalpy", Language.PYTHON, "25", "JIT");
    assertThat(level.effort(jit).sizes().gc().warmUp()).isEqualTo(Duration.ofSeconds(20));
    Level given = set("sizes.gc.warm_up=1s").level("quick");
    assertThat(given.effort(jit).sizes().gc().warmUp()).isEqualTo(Duration.ofSeconds(1));
    Level both = set("sizes.gc={warm_up: 1s, warm_up_jit: 9s}").level("quick");
    assertThat(both.effort(jit).sizes().gc().warmUp()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void theOptionForForksHoldsForTheLoadToo() {
    Settings settings =
        new Sources(
                Optional.empty(),
                List.of(),
                List.of(Given.number("--forks", "sizes.gc.forks.*", 7)))
            .settings(VOCABULARY);
    assertThat(load(settings, "quick").forks()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sizes.gc.heap=512",
        "sizes.gc.heap=0m",
        "sizes.gc.heap=1t",
        "sizes.gc.forks=0",
        "sizes.gc.measured=0s",
        "sizes.gc.warm_up=soon"
      })
  void whatTheLoadRefusesIsNoSetting(String assignment) {
    assertThatThrownBy(() -> set(assignment))
        .isInstanceOf(UsageException.class)
        .message()
        .startsWith("--set " + assignment + ": " + assignment.split("=")[0])
        .hasLineCount(1);
  }

  private static GcLoad load(Settings settings, String level) {
    return settings.level(level).sizes().gc();
  }

  private static Settings set(String assignment) {
    return new Sources(Optional.empty(), List.of(assignment), List.of()).settings(VOCABULARY);
  }
}
