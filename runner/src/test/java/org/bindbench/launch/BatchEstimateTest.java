package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Effort;
import org.bindbench.model.GcLoad;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.StressMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a batch is guessed to take: 3 s for its JVM, and what its trial says. */
class BatchEstimateTest {
  private static final Effort EFFORT =
      new Effort(
          3,
          true,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          8,
          100_000,
          1,
          Duration.ofSeconds(1));

  @ParameterizedTest
  @CsvSource({
    "rate, ROTATION, 13.4",
    "rate, ALONE, 13.4",
    // the room that a heap leaves is clocked, though the search for the smallest is not
    "heap_limit, ALONE, 13.4",
    "heap_limit, SEARCH, 11.5",
    "context_limit, SEARCH, 56.5",
    "retained, SEQUENCE, 2.4",
    "weakref, SEQUENCE, 1.65",
    StressMetrics.PRESSURE + ", ALONE, 9.5"
  })
  void itFollowsFromProtocolAndSharing(String protocol, Sharing sharing, double seconds) {
    assertThat(batch(protocol, sharing).estimate().toMillis() / 1000.0).isEqualTo(seconds);
  }

  @Test
  void aLoadTakesTheTimesOfItsSettingsAndALeakItsCycles() {
    GcLoad load = EFFORT.sizes().gc();
    assertThat(batch(GcLoad.PROTOCOL, Sharing.ALONE).estimate())
        .isEqualTo(load.warmUp().plus(load.measured()).plusMillis(4500));
    double cycles = 1.65 + EFFORT.sizes().leak().cycles() * 0.15;
    assertThat(batch(LeakMetrics.PROTOCOL, Sharing.SEQUENCE).estimate().toMillis() / 1000.0)
        .isEqualTo(cycles);
  }

  private static Batch batch(String protocol, Sharing sharing) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("suite.lua"), 1, "case", protocol, "", List.of(), Map.of(), "", 0, "");
    CaseId id = declaration.ids().get(0);
    TrialSpec trial = new TrialSpec(declaration, id, "luaj", BindingStyle.OWN, 1);
    return new Batch("luaj", "", "luaj", EFFORT, sharing, List.of(trial));
  }
}
